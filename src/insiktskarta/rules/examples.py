"""The example that most rules show mended."""

GOOD = """\
typ: insikt
rubrik: Unga vill ha en kort väg in
insikt: Unga orkar söka hjälp en gång. Möter de en telefonkö ger de upp.
perspektiv: [invånare]
grupper: [ungdomar]
röst: egen
"""
UNFOUNDED = GOOD + "insamlad: 2024-10\n"
"""One that IN103 has a hint about, which an excuse or a list of known findings can be about."""
