"""How likely are the savings that a budget has booked from innovation?"""
