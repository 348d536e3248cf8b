"""Reading the form of a text: encoding, scripts, language, sentences, words, endings, dates."""
