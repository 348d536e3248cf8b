"""Files to documents: text as given, and HTML, PDF, DOCX, feeds, archives by parsers kept apart."""

from seriktes.documents.files import JUDGEMENTS as JUDGEMENTS
from seriktes.documents.files import STDIN as STDIN
from seriktes.documents.files import find_files as find_files
from seriktes.documents.files import left_aside as left_aside
from seriktes.documents.read import read_file as read_file
from seriktes.documents.read import read_files as read_files
from seriktes.documents.reading import read_text as read_text
