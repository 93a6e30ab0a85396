"""What newcomers write for commands and options, in Swedish and as other programs call them, and what ours is called."""

COMMANDS = {
    "add": "create init lägg ny nytt new skapa skriv",
    "aggregate": "antal count räkna statistics statistik stats summera",
    "figure": "bild bilder diagram figur figurer",
    "lint": "check granska kontroll kontrollera test testa validate validera",
    "map": "draw karta rita",
    "query": "export exportera find hitta list lista ls search sök söka",
    "report": "rapport rapportera",
    "rule": "regel regler",
    "schema": "ordförråd termer terms",
    "show": "cat läs open visa öppna",
}
HELP = ("help", "hjälp")
ABSENT = ("import", "importera")
"""What other tools have, and whose nearest neighbour here is something else."""
OPTIONS = {
    "--at": "--date --datum --dag",
    "--by": "--per --indelning --gruppera",
    "--color": "--färg --farg",
    "--grupp": "--livsfas --group --målgrupp",
    "--help": "-h -? --hjälp --hjalp",
    "--lang": "--språk --sprak",
    "--open": "--visa --öppna",
    "--organisation": "--kommun --region --stad",
    "--output": "--fil --file --utfil --spara -f",
    "--output-format": "--format --som",
    "--perspektiv": "--cirkel --fält",
    "--since": "--sedan --från",
    "--table": "--tabell --csv",
    "--title": "--titel --namn",
    "--width": "--bredd",
    "--workspace": "--mapp --folder --dir",
    "--yes": "--ja -j",
}


def meant(word: str, names: dict[str, str]) -> str:
    """The name that a word is another one for; empty where there is none."""
    return next((name for name, others in names.items() if word in others.split()), "")
