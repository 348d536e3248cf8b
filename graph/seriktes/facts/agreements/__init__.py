"""Who agreed on what with whom: parties, hands that signed, when and where."""
