"""What is known beforehand: institutions, countries, places, and how texts call them."""
