"""The commonest Swedish names. Data only; where they come from and under which licence: SOURCES.md.

Names that end in -sson are left out of the last names, since the ending says it.
"""

from insiktskarta.model.personal.word_set import word_set

FIRST = word_set("""
Adam Adrian Agnes Agneta Ahmad Ahmed Albert Albin Alexander Alexandra Alf Alfred Ali Alice Alicia Allan
Alma Alva Amanda Anders Andrea Andreas André Anette Angelica Anita Ann Anna Anne Anneli Annelie Annette
Annie Annika Anton Arne Arvid Astrid August Axel Barbro Beatrice Bengt Benjamin Benny Berit Bernt Bertil
Birger Birgit Birgitta Björn Bo Britt Britta Bror Börje Camilla Carin Carina Carl Carolina Caroline
Catarina Catharina Cecilia Charlie Charlotta Charlotte Christer Christian Christina Christine
Christoffer Claes Clara Conny Cornelia Dan Daniel David Dennis Diana Ebba Edith Edvin Einar Eleonora
Elias Elin Elina Elisabet Elisabeth Elise Ella Ellen Ellinor Elliot Elsa Elvira Emanuel Emelie Emil
Emilia Emma Eric Erik Erika Ester Eva Evelina Evert Ewa Fanny Felicia Felix Filip Filippa Folke Frank
Frans Fredrik Freja Frida Gabriel Gabriella Georg Gerd Greta Gudrun Gun Gunilla Gunnar Gunnel Gunvor
Gustaf Gustav Göran Gösta Hampus Hanna Hans Harald Harry Helen Helena Helene Henrik Henry Hjalmar Hugo
Håkan Ibrahim Ida Inga Inge Ingeborg Ingegerd Ingegärd Ingela Ingemar Inger Ingrid Ingvar Irene Iris
Iréne Isabella Isabelle Isak Ivan Ivar Jacob Jakob Jan Jeanette Jennie Jennifer Jenny Jens Jesper
Jessica Jimmy Joakim Joel Johan Johanna Johannes John Johnny Jonas Jonathan Josef Josefin Josefine Julia
Jörgen Kajsa Karin Karl Karolina Katarina Kenneth Kent Kerstin Kevin Kim Kjell Klara Klas Knut Krister
Kristian Kristin Kristina Kristoffer Kurt Laila Lars Leif Lena Lennart Leo Leon Liam Lilian Lillemor
Lilly Lina Linda Linn Linnea Linnéa Linus Lisa Lisbeth Liv Louise Love Lovisa Lucas Ludvig Lukas
Madeleine Magdalena Magnus Maj Maja Malin Malte Marcus Margareta Margaretha Margit Mari Maria Marianne
Marie Marina Marita Markus Martin Martina Mary Mathias Mathilda Matilda Mats Mattias Maud Max Michael
Mikael Mikaela Moa Mohamed Mohammad Mohammed Molly Mona Monica Monika Morgan My Märta Nathalie Nicklas
Niclas Niklas Nils Nina Noah Nora Nova Ola Oliver Olivia Olle Olof Olov Oscar Oskar Otto Ove Patrik Paul
Per Pernilla Peter Petra Petter Philip Pia Pontus Pär Ragnar Rasmus Rebecca Rebecka Richard Rickard
Rikard Robert Robin Roger Roland Rolf Ronny Rune Rut Ruth Saga Samuel Sandra Sanna Sara Sebastian Selma
Signe Sigrid Simon Siri Siv Sixten Sofia Sofie Solveig Sonja Staffan Stefan Stella Sten Stig Stina Sture
Sune Susanna Susanne Svea Sven Sören Tage Theo Theodor Therese Therése Thomas Tim Tobias Tomas Tommy
Tony Torbjörn Tore Torsten Tyra Ulf Ulla Ulrika Urban Valdemar Valter Vera Veronica Victor Victoria
Viktor Viktoria Vilhelm Vincent Viola Wilhelm William Wilma Ylva Yngve Yvonne Åke Åsa
""")

LAST = word_set("""
Abdi Ahlberg Ahlgren Ahlström Ahmad Ahmadi Ahmed Ali Alm Almqvist Andersen Andrén Asp Asplund Backlund
Backman Berg Berggren Bergkvist Berglund Bergman Bergqvist Bergström Björk Björklund Björkman Blom
Blomberg Blomqvist Boman Borg Boström Brandt Broberg Broman Byström Bäck Bäckman Bäckström Christensen
Dahl Dahlberg Dahlgren Dahlin Dahlqvist Dahlström Edlund Edström Ek Ekberg Ekholm Eklund Eklöf Ekman
Ekstrand Ekström Engberg Engdahl Englund Engman Engström Ericson Falk Fors Forsberg Forslund Forsman
Franzén Friberg Frisk Grahn Granberg Green Hagberg Haglund Hagman Hagström Hall Hallberg Hallgren Hammar
Hanna Hansen Hasan Hassan Hedberg Hedin Hedlund Hedman Hedström Hellberg Hellgren Hellman Hellström
Hjelm Holm Holmberg Holmgren Holmqvist Holmström Hult Hultgren Hultman Hussein Hägg Hägglund Högberg
Höglund Ibrahim Issa Jensen Karlström Khan Kjellberg Krantz Lantz Larsen Levin Lilja Lind Lindahl
Lindberg Lindblad Lindblom Lindell Linder Lindgren Lindh Lindholm Lindkvist Lindmark Lindqvist Lindström
Lindvall Lindén Ljung Ljungberg Ljunggren Lund Lundberg Lundell Lundgren Lundin Lundkvist Lundmark
Lundqvist Lundström Löfgren Lövgren Malm Malmberg Malmgren Malmqvist Malmström Marklund Melin Moberg
Mohamed Mohammad Mohammadi Mohammed Molin Möller Nguyen Nielsen Norberg Nord Nordgren Nordin Nordlund
Nordqvist Nordström Norman Norén Nyberg Nygren Nylander Nyman Nyström Näslund Omar Osman Palm Palmqvist
Pedersen Roos Rosengren Rosén Rydberg Rydén Sahlin Sandberg Sandin Sandström Singh Sjöberg Sjöblom
Sjödin Sjögren Sjöholm Sjölund Sjöstrand Sjöström Skog Skoglund Sköld Stenberg Strand Strandberg Strid
Ström Strömberg Ståhl Sundberg Sundin Sundqvist Sundström Svahn Svanberg Svedberg Svärd Söderberg
Söderlund Söderström Thorén Tran Törnqvist Viklund Vikström Wahlberg Wahlström Wall Wallin Westberg
Westerberg Westerlund Westin Westman Wiberg Wiklund Wikström Åberg Ågren Åkerlund Åström Öberg Öhman
Österberg Östlund Östman
""")
