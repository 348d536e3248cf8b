"""The report: the network in figures, and every link with the sentence that states it, in three languages."""
