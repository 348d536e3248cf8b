"""Short reports in many publishers' manners, with the events, agreements and projects a careful reader would mark.

``[EVENT …]`` must be found (a shared character counts, as in the gold's scoring), ``[?EVENT …]`` may be found.
Nothing else may.
The names are those that the finder of names gives, so that a case reads as a page would.
"""

from __future__ import annotations

import re

import pytest
from seriktes.documents import read_text
from seriktes.mentions.find import find_mentions
from seriktes.model import Document

_MARK = re.compile(r"\[(\??)(EVENT|AGREEMENT|PROJECT) ([^\]]+)\]")

KAZAKH = [
    # nameless meetings, visits, calls, ceremonies
    "Елші Мәжіліс депутаттарымен пікір алмасты\n\nҚазақстанның Қытайдағы елшісі Нұрлан Ермекбаев кеше Бейжіңде "
    "жергілікті сарапшылармен [EVENT кездесу] өткізді. Онда екіжақты сауда мәселелері сөз болды.",
    "Министр Анкараға [EVENT ресми сапармен] барды\n\nСыртқы істер министрі Мұрат Нұртілеу [EVENT ресми сапармен] "
    "Анкараға "
    "келді. Министр түрік әріптесімен өңірлік қауіпсіздік мәселелерін жан-жақты талқылады.",
    "Бүгін Мемлекет басшысы Қырғыз Республикасының Президенті Садыр Жапаровпен телефон арқылы сөйлесті.\n\n[EVENT "
    "Телефон "
    "арқылы әңгіме] барысында тараптар су-энергетика саласындағы ынтымақтастықты талқылап, уағдаластықтарды атап өтті.",
    "Тілшілер бас қосты\n\nСейсенбі күні Қызылорда қаласындағы мұражайда өлке тарихына арналған [EVENT баспасөз "
    "конференциясы] өтіп, оған қырыққа жуық журналист пен ғалым қатысты.",
    "Жаңа кітаптың [EVENT тұсаукесері]\n\nАлматыдағы Ұлттық кітапханада ақын Темірхан Медетбектің жыр жинағының "
    "[EVENT тұсаукесер рәсімі] өтті. Оған қаламгерлер мен студенттер келді.",
    "Көкшетауда мектеп оқушыларына арналған екі күндік [EVENT хакатон] аяқталды. Жеңімпаздарға ноутбук табысталды.",
    "Ақтөбеде шекарашы офицерлерге арналған [EVENT оқу курсы] аяқталды. Курсты ЕҚЫҰ мамандары жүргізді.",
    "Қонақтар құрметіне [?EVENT қабылдау] берілді\n\nВенадағы Қазақстан елшілігінде Тәуелсіздік күніне орай салтанатты "
    "[EVENT қабылдау] ұйымдастырылды. Оған дипломаттар мен кәсіпкерлер қатысты.",
    # events with a name
    "Кеше Ташкентте Түркі мемлекеттері ұйымы Сыртқы істер министрлері кеңесінің [EVENT сегізінші отырысы] өтті.",
    "Астанада [EVENT ЕАЭО-ның бейресми саммиті] өтеді. Оған бес елдің басшысы қатысады.",
    "Елордада басталған [EVENT Digital Steppe 2024 форумына] отыз елден қонақ келіп, жаңа өнімдерін көрсетті.",
    "Шымкентте [EVENT Turan Media Fest – 2023] аяқталды, оған 200 журналист қатысты.",
    "Сеулде [EVENT Қазақстан мәдениеті күндері] ашылды. Оның аясында екі көрме қойылды.",
    "Былтыр Бакуде өткен [EVENT Түркі әлемі жастарының ІІІ форумында] біздің ұсыныс қолдау тапқан еді.",
    "Жамбыл облысында [EVENT Қазақстан халқы Ассамблеясының XXX сессиясы] өтті.",
    "«[EVENT Орталық Азия – Германия]» [?EVENT саммиті] Берлинде өтті.",
    "Делегация [EVENT БҰҰ Бас Ассамблеясының 78-сессиясына] қатысты.",
    # agreements
    "[?EVENT Кездесу] соңында мынадай құжаттарға қол қойылды:\n– Түркістан облысының әкімдігі мен Бурса "
    "муниципалитеті арасындағы "
    "[AGREEMENT меморандум];\n– екі университеттің [AGREEMENT ғылыми ынтымақтастық туралы келісімі];\n– 2025–2027 "
    "жылдарға "
    "арналған [AGREEMENT жол картасы].",
    "Екі театр [AGREEMENT бірлескен қойылым туралы шартқа] отырды. Шарт үш жылға жасалды.",
    "Парламент бүгін [AGREEMENT Айыпталушыларды беру туралы конвенцияны] қарап, бекітті.",
    "Президенттер былтыр Астанада [AGREEMENT Стратегиялық серіктестік туралы бірлескен декларация] қабылдаған болатын.",
    "Қала әкімдігі мен банк 2021 жылдан бері [AGREEMENT өзара түсіністік туралы меморандум] негізінде жұмыс істейді.",
    # projects
    "[PROJECT Erasmus Mundus] бағдарламасымен жыл сайын елу жас Еуропада білім алады.",
    "Биыл «[PROJECT Ауыл – ел бесігі]» бағдарламасы аясында отыз мектеп жөнделді.",
    "[PROJECT Трансауған теміржолы] құрылысы келесі жылы басталады деп күтілуде.",
    "Университеттер «[PROJECT Жасыл химия зертханасы]» туралы [AGREEMENT келісімге] қол қойды.",
    # nothing
    "Сұхбат\n\n— Сіз ұзақ жыл университетте дәріс оқып, конференцияларға көп қатыстыңыз. Қазір немен "
    "айналысасыз?\n— Қазір "
    "мемуар жазып жатырмын, күнде таңертең жаяу серуендеймін, кешке кітап оқимын.",
    # written after the rules, to see how far they reach
    "Қазақстан мен Сербия сыртқы саясат ведомстволары арасында [EVENT саяси консультациялардың екінші раунды] "
    "өтті\n\nБелградта Қазақстан Сыртқы істер министрінің орынбасары Роман Василенко мен сербиялық әріптесінің "
    "төрағалығымен [?EVENT саяси консультациялардың екінші раунды] өтті.",
    "Сенат төрағасы Мәулен Әшімбаев Иордания Хашимит Корольдігіне [?EVENT ресми сапары] аясында парламент басшысымен "
    "[EVENT келіссөз] жүргізді.",
    "Нұрлан Сейілов «[EVENT Рухани келісім]» халықаралық форумында сөз сөйледі. Форум соңында [AGREEMENT декларация] қабылданды.",
    "Түркістанда «[EVENT Ұлы дала мұрасы]» көрмесі ашылды. Көрменің [EVENT ашылу салтанатына] ғалымдар қатысты.",
    "Ақпарат және қоғамдық даму министрлігі азаматтық қоғам өкілдерімен [EVENT дөңгелек үстел] өткізді. Оған "
    "«Қазақстанның Азаматтық альянсы» мен жиырма үкіметтік емес ұйым қатысты.",
    "Алматыда [EVENT V Азаматтық қоғам көшбасшыларының форумы] өтуде.",
    "Әйтеке би ауданында «[EVENT Таза Қазақстан]» экологиялық акциясы аясында сенбілік өтті.",
    "USAID «[PROJECT Орталық Азиядағы медиа]» бағдарламасын іске қосты. Бағдарлама бес жылға есептелген.",
    "Қонақтар Қорқыт ата мемориалын аралап, музей қорымен танысты. Кешке концерт көріп, үйлеріне қайтты.",
    "Ректор биыл университетте екі жаңа зертхана ашылғанын, студенттер саны он мыңға жеткенін айтты.",
    "Мемлекет басшысы [EVENT Орталық Азия мемлекеттері басшыларының VI Консультативтік кездесуіне] қатысты.",
]

RUSSIAN = [
    "О [EVENT встрече] с послом Индии\n\n14 мая заместитель министра иностранных дел Роман Василенко [?EVENT "
    "встретился] с послом "
    "Индии. В ходе [EVENT встречи] стороны обсудили график предстоящих контактов.",
    "Премьер прибыл в Баку\n\nПремьер-министр Казахстана Олжас Бектенов прибыл с [EVENT официальным визитом] в "
    "Баку, где его "
    "встретил глава правительства Азербайджана Али Асадов.",
    "Состоялся [?EVENT телефонный разговор]\n\nСегодня состоялся [EVENT телефонный разговор] Президента "
    "Казахстана Касым-Жомарта Токаева "
    "с Президентом Финляндии Александром Стуббом. Главы государств обсудили положение в регионе.",
    "В Бишкеке завершились [EVENT двусторонние консультации]\n\nВ столице Кыргызстана прошел [EVENT третий раунд "
    "консультаций] "
    "между внешнеполитическими ведомствами Кыргызстана и Турции, сообщает пресс-служба МИД.",
    "Во вторник в Ташкенте прошел [EVENT брифинг] для журналистов, на котором выступил глава комитета по туризму.",
    "В областной библиотеке прошла [EVENT презентация книги] поэта Олжаса Сулейменова. Гостей было около сотни.",
    "[EVENT День открытых дверей] прошел в Назарбаев Университете. Его посетили полторы тысячи школьников.",
    "В посольстве Казахстана в Праге состоялся [EVENT прием] по случаю Дня Республики, в нем участвовали дипломаты.",
    # names
    "В Астане состоялось [EVENT 12-е заседание Казахстанско-Венгерского делового совета]. Его открыл глава палаты.",
    "На полях [EVENT саммита ОТГ] в Самарканде президенты договорились о встрече.",
    "Премьер-министр принял участие в [EVENT заседании Евразийского межправительственного совета] в Чолпон-Ате.",
    "[?AGREEMENT Соглашение] подписали в ходе [EVENT Форума Центральная Азия – Япония], сообщает агентство.",
    "[EVENT «Aqtau Open Fest – 2023»] собрал на набережной десять тысяч горожан.",
    "В Алматы прошла [EVENT XXXII сессия Ассамблеи народа Казахстана]. В ней приняли участие 400 человек.",
    "В Риме открылись [EVENT Дни культуры Казахстана в Италии]. Программа продлится неделю.",
    "В Душанбе началась [EVENT Вторая Международная конференция по водным ресурсам]. Она продлится три дня.",
    "«[EVENT Диалог поколений]» – под таким названием в Таразе прошел [?EVENT круглый стол]. Модератором стала "
    "Айгуль Садвокасова.",
    "Эксперты обсудили это на [EVENT Astana Finance Days 2024] в Астане.",
    # agreements
    "По итогам [?EVENT заседания] подписаны:\n\n1. [AGREEMENT Меморандум] между палатами предпринимателей Оша и "
    "Ферганы;\n2. "
    "[AGREEMENT Договор о намерениях] по строительству завода – ОАО «Кыргызалтын»;\n3. [AGREEMENT План совместной "
    "работы] "
    "двух ассоциаций.",
    "Кабул не подписывал [AGREEMENT Конвенцию о праве несудоходных видов использования международных водотоков].",
    "Главы МИД приняли [AGREEMENT Совместное заявление] и подписали [AGREEMENT Программу сотрудничества на 2024–2026 годы].",
    "Особое внимание уделяется реализации [AGREEMENT соглашения о стратегическом партнерстве], заключенного в 2009 году.",
    "Участники [?EVENT форума] приняли [AGREEMENT Обращение к педагогам страны].",
    # projects
    "Студенты учатся за рубежом по программе [PROJECT Stipendium Hungaricum] уже десять лет.",
    "Работы идут при поддержке инициативы Европейского союза [PROJECT Global Gateway], сообщили в ведомстве.",
    "Канал [PROJECT Кош-Тепа] протянется на 285 километров. Строительство [PROJECT Кош-Тепа] ведется с 2022 года.",
    "Летний лагерь [PROJECT Sprachsommer] открыли под Кокшетау земляки из Гамбурга.",
    "Стороны ускорят строительство железной дороги [PROJECT Китай – Кыргызстан – Узбекистан].",
    "Фонд запускает проект «[PROJECT Теплая комната]» при поддержке посольства Швейцарии.",
    # past and passing
    "Гость рассказал о дне сегодняшнем, о том, как живут диаспоры, и пригласил коллегу посетить Москву с рабочим визитом.",
    "Мнение\n\nТакие форумы и конференции нужны, но переговоры о воде идут трудно, и встречи министров мало что "
    "меняют для тех, "
    "кто живет на берегу пересыхающей реки.",
    # written after the rules, to see how far they reach
    "Делегация Ташкентской области посетила Алматы\n\nВ рамках [?EVENT визита] прошли [EVENT переговоры] с акимом "
    "города, по итогам которых был подписан [AGREEMENT меморандум о взаимопонимании].",
    "В Астане обсудили роль женщин в медиации: [EVENT круглый стол] собрал экспертов из пяти стран\n\nВо вторник в "
    "столичном доме дружбы прошел [EVENT круглый стол] с участием медиаторов и депутатов.",
    "Глава МИД Узбекистана примет участие в [EVENT 78-й сессии Генеральной Ассамблеи ООН] в Нью-Йорке.",
    "В Оше стартовал [EVENT международный молодежный форум «Алтын көпүрө»]. Участники представят проекты.",
    "[?EVENT Семинар] ОБСЕ\n\nВ Актау завершился двухдневный [EVENT семинар] для пограничников, организованный "
    "Программным офисом ОБСЕ в Астане.",
    "На площадке [EVENT Евразийского медиафорума] эксперты говорили о доверии к СМИ.",
    "В рамках [EVENT Недели Казахстана в Узбекистане] открылась [EVENT выставка «Шелковая нить»].",
    "Казахстан и Туркменистан подписали [AGREEMENT Договор о стратегическом партнерстве] и [AGREEMENT План "
    "мероприятий на 2024–2025 годы].",
    "Проект [PROJECT CASA-1000] позволит экспортировать электроэнергию, сообщили в Минэнерго.",
    "Фонд «Евразия» начал реализацию проекта «[PROJECT Социальные инновации в Центральной Азии]», финансируемого USAID.",
    "Президент Кыргызстана Садыр Жапаров [?EVENT принял] главу Всемирного банка. Стороны обсудили ход строительства ГЭС и реформы.",
    "О [EVENT рабочей поездке] главы региона в Омск\n\nАким Павлодарской области Асаин Байханов с [EVENT рабочей "
    "поездкой] посетил Омск, где провел [?EVENT встречу] с губернатором Виталием Хоценко.",
    "В ходе [?EVENT пресс-конференции] 5 мая он напомнил, что протокол разногласий не подписан, а переговоры продолжаются.",
    "Пресс-центр Минздрава провел [EVENT пресс-конференцию] по итогам квартала. На вопросы отвечал вице-министр.",
]

ENGLISH = [
    # visits, talks, calls
    "Minister of State visits Dushanbe\n\nAt the invitation of Foreign Minister Sirojiddin Muhriddin, Anne-Marie "
    "Trevelyan paid "
    "an [EVENT official visit] to Tajikistan on 3 May 2023. She spoke to students at Tajik National University.",
    "The Kazakhstan-Japan Business Council held its [EVENT fifth meeting] on March 4 in Tokyo, bringing together ninety firms.",
    "Deputy Foreign Minister Roman Vassilenko and his Swedish counterpart held the [EVENT third round of "
    "political consultations] "
    "in Stockholm on Monday.",
    "Tokayev, Macron speak by phone\n\nASTANA – President Kassym-Jomart Tokayev held a [EVENT telephone "
    "conversation] with French "
    "President Emmanuel Macron on Feb. 7, the Akorda press service reported.",
    "Ambassador hosts [EVENT reception]\n\nThe Ambassador of Kazakhstan to Belgium, Margulan Baimukhan, hosted a "
    "[EVENT reception] in "
    "Brussels on Thursday to mark Republic Day, attended by two hundred diplomats.",
    "On May 12, the [EVENT solemn opening] of the [EVENT Days of Culture of Kazakhstan] took place at the Hanoi Opera House.",
    "Journalists trained on elections\n\nA two-day [EVENT workshop] for regional journalists ended in Osh "
    "yesterday. It was "
    "organized by the OSCE Programme Office in Bishkek and attended by forty reporters.",
    "Officers learned to detect forged passports during a [EVENT five-day training course] that concluded today in Termez.",
    "The [EVENT open day] was held at Nazarbayev University on Saturday and drew a thousand families.",
    # named
    "Officials met in Almaty for the [EVENT fourth EU-Central Asia Economic Forum], held under the title “[EVENT "
    "Bridges over "
    "Borders]”.",
    "[EVENT Working Group 2 on Energy] was chaired by Aida Kasymova. [EVENT Working Group 3 on Transport] heard "
    "reports from three "
    "ministries.",
    "The groups reported back to a [EVENT plenary session] on the second day.",
    "In 2022, the leaders met in Cholpon-Ata for the [EVENT fourth Consultative Meeting].",
    "More than 300 start-ups came to the [EVENT Astana Venture Summit 2024] last week.",
    "The [EVENT Silk Road Film Fest] opened in Samarkand on Sunday.",
    "The [EVENT 10th session of the Kazakh-Korean Intergovernmental Commission] took place in Seoul on Tuesday.",
    "The photo exhibition “[EVENT Faces of the Steppe]” opened in Vienna on Friday and will run until June.",
    "The panel followed the [EVENT Tashkent International Investment Forum], where five deals were announced.",
    "Delegates will go to the next [EVENT OSCE Ministerial Council Meeting], to be convened in Vienna.",
    # agreements
    "Following the [?EVENT talks], the two ministers issued the following [AGREEMENT Joint Statement]:\n\n1. The "
    "two countries reaffirm "
    "their partnership.",
    "After two days of discussion participants adopted [AGREEMENT Joint Recommendations] addressed to the "
    "governments of the region.",
    "They adopted a [AGREEMENT Concept for the Development of Youth Policy] and left.",
    "KazMunayGas and Eni signed a [AGREEMENT shareholder agreement] on Monday; a [AGREEMENT roadmap] was "
    "initialed by the two "
    "ministries.",
    "The EU and Uzbekistan initialled an [AGREEMENT Enhanced Partnership and Cooperation Agreement] in 2022.",
    "The firm will draft a plan under a [AGREEMENT contract] with the Almaty Akimat.",
    # projects
    "The money comes from [PROJECT Global Gateway], the EU’s investment plan, officials said.",
    "The sides welcomed the extension of the [PROJECT Skills for Prosperity] programme, delivered by the British Council.",
    "They presented “[PROJECT Voices of the Steppe]”, a two-year training programme run by the Soros Foundation.",
    "Construction of the [PROJECT China–Kyrgyzstan–Uzbekistan railway] began in December.",
    "The [PROJECT Trans-Afghan railway] is still at the stage of feasibility studies.",
    "The two universities agreed to launch the [PROJECT Green Steppe Executive Program] in autumn.",
    "About €40 million was allocated for 2021–2024 under [PROJECT NDICI-Global Europe].",
    # nothing
    "OPINION\n\nNobody in the cabs talks about geopolitics, and conferences from Brussels to Beijing have changed "
    "little for the "
    "people who live by the road, says a driver who has worked here for twenty years.",
    # written after the rules, to see how far they reach
    "Kazakhstan and Poland hold [EVENT political consultations]\n\nWarsaw hosted the latest round of [EVENT "
    "political consultations] between the foreign ministries of Kazakhstan and Poland, co-chaired by the deputy "
    "ministers.",
    "UNDP and the Civic Alliance launch “[PROJECT Strong Villages]” initiative\n\nThe three-year initiative was "
    "presented at a [EVENT ceremony] in Almaty on Tuesday, attended by the Ambassador of Japan and the deputy akim.",
    "The Ministry of Culture and the Goethe-Institut signed a [AGREEMENT memorandum of cooperation] on the sidelines "
    "of the [EVENT Astana International Forum].",
    "The [EVENT 7th Meeting of Foreign Ministers of the Organization of Turkic States] was held in Baku.",
    "EU Special Representative Terhi Hakala arrives in Dushanbe for an [EVENT official visit] on Thursday.",
    "The [EVENT Regional Conference on Water Diplomacy], organized by the German-Kazakh University, opened in Almaty.",
    "Under the [PROJECT Ready4Trade Central Asia] project, forty exporters were trained, ITC reported.",
    "Youth delegates from five countries gathered in Issyk-Kul for a [EVENT summer school] run by the OSCE Academy.",
    "The sides signed the [AGREEMENT Almaty Declaration on Volunteering] at the close of the forum.",
    "Her latest article argues that programmes and projects come and go, while neighbours stay.",
    "Uzbekistan and the European Union launched the [PROJECT Ferghana Valley Clean Air Initiative] on Monday.",
    "Participants of the [EVENT Central Asian Media Week] visited the office of the newspaper.",
]


def read_marked(marked: str) -> tuple[Document, list[tuple[str, int, int, bool]]]:
    """The document of a marked text, and what is drawn in: type, start, end, and whether it need not be found."""
    text, drawn, place = "", [], 0
    for match in _MARK.finditer(marked):
        text += marked[place : match.start()]
        optional, label, words = match.groups()
        drawn.append((label.title(), len(text), len(text) + len(words), bool(optional)))
        text += words
        place = match.end()
    text += marked[place:]
    return read_text(text.encode(), "test", "test.txt"), drawn


@pytest.mark.parametrize("marked", [*KAZAKH, *RUSSIAN, *ENGLISH])
def test_what_a_careful_reader_marks(marked: str) -> None:
    document, drawn = read_marked(marked)
    found = [m for m in find_mentions(document) if m.type in ("Event", "Agreement", "Project")]
    missed = [
        document.text[start:end]
        for label, start, end, optional in drawn
        if not optional and not any(m.type == label and m.start < end and start < m.end for m in found)
    ]
    extra = [
        f"{m.text} ({m.rule})"
        for m in found
        if not any(m.type == label and m.start < end and start < m.end for label, start, end, _ in drawn)
    ]
    assert (missed, extra) == ([], [])


TOLD_BY_A_VERB = [
    "Посол встретился с ректором\n\nПосол Казахстана в Латвии Тимур Примбетов встретился с ректором Рижского университета. "
    "Участники [EVENT встречи] обсудили обмены студентами.",
    "Делегация провинции Шэньси [EVENT посетила] Национальную библиотеку в Астане. Гостям показали редкие книги.",
    "11 апреля в Омской области с [EVENT деловой миссией] находилась делегация Павлодарской области во главе с акимом города.",
    "Премьер-министр прибыл с [EVENT рабочим визитом] в Баку. В аэропорту его встретил министр Али Асадов из Азербайджана.",
    "Министр рассказал журналистам о ходе реформ в системе образования и ответил на вопросы жителей области.",
    "Комитет принял решение о выделении средств. Председатель комитета сообщил, что решение вступит в силу завтра.",
]


@pytest.mark.parametrize("marked", TOLD_BY_A_VERB)
def test_an_event_told_by_a_verb_is_the_noun_that_takes_it_up_or_the_verb(marked: str) -> None:
    test_what_a_careful_reader_marks(marked)
