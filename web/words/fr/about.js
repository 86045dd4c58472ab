/** Words in French: About, the accessibility statement, citing, the keys, and what goes wrong. */
export const about = {
  'about.parts': 'À propos',
  'about.method': 'Méthode et données',
  'about.title': 'À propos: méthode, limites, données',
  'about.sentence': 'Ce que la page montre, comment elle le calcule, et ce qu’elle ne peut pas dire.',
  'about.what': 'Ce que c’est',
  'about.what-1':
    'relier lit la stratégie numérique internationale de l’UE comme un réseau: l’UE, ses partenaires, groupements, forums et instruments. Chaque lien porte la citation qui l’énonce, retrouvée octet pour octet dans le document par la machine; un fait sans citation vérifiée n’entre pas dans le réseau.',
  'about.what-2':
    'L’unité est un lien, non une paire: un instrument ou une action avec ses participants, ses dates, son état et ses phrases. Figurer dans la même cellule de l’annexe n’est pas un lien entre les pays qui s’y trouvent.',
  'about.directions': 'Les quatre directions',
  'about.deepen':
    'Dans lesquels des domaines promis quelque chose est-il en cours, prévu ou absent du corpus, pour chaque partenariat et dialogue existant?',
  'about.enlarge':
    'Avec qui ouvrir un partenariat, un dialogue ou un accord, aux seuls critères du texte? Des fronts de Pareto, jamais un palmarès.',
  'about.connect':
    'Quels partenaires se rencontrent sans passer par l’UE, et où mène-t-on en parallèle des échanges bilatéraux qui pourraient tenir en une table?',
  'about.secure': 'Où le volet numérique et le volet de sécurité d’un partenariat ne se répondent-ils pas?',
  'about.values': 'Cinq valeurs, non deux',
  'about.values-1':
    'Une cellule ne dit pas oui ou non. Seule une liste fermée, qui énumère toute une classe à sa date, permet d’écrire «absence établie»; partout ailleurs le silence se dit «absent du corpus».',
  'about.states': 'États',
  'about.states-1':
    'L’état vient des mots du texte. Aucun état n’avance parce qu’une date annoncée est passée: il devient «non confirmé». Une période que le texte énonce, ainsi de 2026 à 2029, commence et finit à ses jours, quoi qu’il en soit advenu depuis. Signé n’est pas en vigueur.',
  'about.classes': 'Trois classes de preuve, et une quatrième, absente sauf demande',
  'about.classes-1':
    'Un membre n’hérite jamais d’une cellule nommée par son groupement: l’unité que le texte nomme est l’unité de l’analyse.',
  'about.kinds': 'Types de liens',
  'about.kinds-1': 'La couleur et le trait sont ceux des images; le mot les accompagne toujours.',
  'about.core': '(type central)',
  'about.limits': 'Limites',
  'about.limit-language': 'Les deux textes sont lus en français; les citations restent dans cette langue.',
  'about.limit-ego':
    'Les documents sont ceux de l’UE: elle touche presque tout par construction. Elle est mise à part des classements, et «Sans l’UE» recalcule tout.',
  'about.limit-states': 'Les noms de pays et leur ordre n’emportent aucune position sur un statut.',
  'about.method-way': 'La méthode entière: chaque mesure, chaque règle, chaque objection',
  'about.limit-coding':
    'Dans cette direction, le passage des domaines d’action aux domaines promis est la seule appréciation; il est écrit ligne par ligne avec sa raison, et l’on peut ne pas être d’accord.',
  'about.data': 'Fiche des données',
  'about.document': 'Document',
  'about.reference': 'Référence',
  'about.date': 'Publié le',
  'about.publisher': 'Auteur',
  'about.reuse': 'Réutilisation',
  'about.version': 'Jeu de données',
  'about.digest': 'Empreinte',
  'about.program': 'Programme',
  'about.dispute': 'Ce que l’on peut contester',
  'about.dispute-1':
    'Les citations sont vérifiées par la machine; le codage ne l’est pas: il se lit, et se discute, dans trois fichiers du jeu de données.',
  'about.dispute-crosswalk': 'Du domaine d’action au domaine promis, chaque ligne avec sa raison:',
  'about.dispute-codebook': 'Comment chaque mot du texte devient un état, un type, un participant:',
  'about.dispute-differences': 'Où deux codages séparés du même texte ont différé, et ce qui fut retenu:',
  'about.dispute-2': 'Ce que d’autres codages changeraient aux comptes est calculé.',
  'about.dispute-way': 'Voir la solidité',
  'about.correct': 'Corriger',
  'about.correct-1':
    'Le jeu de données est fait de fichiers TOML que l’on modifie à la main. La commande suivante dit d’un coup toutes les fautes, avec le fichier, la ligne et le remède:',
  'about.correct-2':
    'Une correction qui cite une phrase introuvable dans le document est refusée; une correction acceptée change l’empreinte du jeu de données, que porte toute sortie.',
  'about.cite': 'Citer',
  'about.cite-as':
    'relier, jeu de données {version} ({digest}), état au {asOf}, connu au {known}; d’après JOIN(2025) 140 final et ST 15315/1/25 REV 1.',
  'about.cite-note':
    'Le lien d’une vue contient toute la vue: dates, filtres, langue, objet regardé. Le même lien montre la même chose.',
  'about.api': 'Données ouvertes',
  'about.api-1':
    'Tout ce que montre la page se lit aussi en JSON, par une interface ouverte; chaque vue se télécharge en SVG, CSV ou JSON.',
  'about.api-way': 'Toutes les ressources et leurs paramètres',
  'about.access': 'Accessibilité',
  'about.access-1':
    'Tout se fait au clavier; aucun sens ne tient à la seule couleur; chaque image a sa table. La page vise WCAG 2.1, niveau AA; elle le vérifie par machine, ce qui ne prouve pas tout.',
  'about.access-2':
    'Aucune requête vers l’extérieur, aucun témoin (cookie), rien n’est gardé dans le navigateur.',

  'access.tested': 'Ce qui est contrôlé à chaque changement',
  'access.axe':
    'axe-core, règles WCAG 2.1 A et AA et bonnes pratiques: chaque vue, en français et en anglais, en clair et en sombre; l’écran étroit, les menus ouverts, le panneau, les fenêtres d’aide et de citation.',
  'access.keyboard':
    'Le clavier seul, dans un navigateur réel: trouver un partenaire et lire ses citations, filtrer, annuler, chercher dans un document, citer, télécharger. L’ordre des touches et leur liste sont dans l’aide (?).',
  'access.reflow':
    'La largeur de 320 pixels, soit 400\u00a0% d’agrandissement: aucune vue ne défile de côté; seuls défilent dans leur cadre les tables et les images. Ce qui se presse mesure au moins 24 pixels.',
  'access.colours': 'Les couleurs imposées par le système et le mouvement réduit.',
  'access.language': 'La langue de la page, et celle des citations: toujours le français, marqué comme tel.',
  'access.scripts': 'Sans scripts, les tables, les documents et l’analyse restent lisibles.',
  'access.not-tested': 'Ce qui n’a pas été essayé',
  'access.readers': 'Aucun lecteur d’écran (NVDA, JAWS, VoiceOver, TalkBack) n’a été écouté par une personne; seul l’arbre d’accessibilité est contrôlé.',
  'access.people': 'Aucune personne handicapée n’a encore éprouvé la page; aucun audit extérieur n’a eu lieu.',
  'access.browsers': 'Les contrôles se font dans Chromium; Firefox et Safari n’ont pas été essayés.',
  'access.short': 'Ce qui reste en deçà',
  'access.pictures': 'Les images comptent plus de cent marques: on y va d’acteur en acteur par les flèches, mais les tables voisines se lisent mieux et disent la même chose.',
  'access.quotations': 'Les citations ne sont jamais traduites: en anglais, elles demandent de lire le français.',
  'access.faults': 'Les fautes d’un jeu de données surveillé sont dites en anglais.',
  'access.tell': 'Un obstacle? Dites-le là où le projet reçoit ses remarques: c’est une faute comme une autre.',

  'watch.faults.one': 'Les données sur disque ont {n} faute.',
  'watch.faults.other': 'Les données sur disque ont {n} fautes.',
  'watch.served': 'Les dernières données bonnes restent montrées.',
  'watch.more.one': 'et {n} autre; relier check{data} --lang fr les dit toutes',
  'watch.more.other': 'et {n} autres; relier check{data} --lang fr les dit toutes',
  'watch.renewed': 'Les données ont changé; la vue est redessinée',

  'word.title': 'Les mots de cette vue, en clair',
  'word.unit': 'unité',
  'word.unit-is':
    'Un partenaire ou un groupement avec qui l’UE a un conseil du commerce et des technologies, un partenariat ou un dialogue numérique: le cœur du réseau. Les Balkans occidentaux ont un seul dialogue: ils comptent pour une unité.',
  'word.cell': 'cellule, case',
  'word.cell-is':
    'Le croisement d’un partenaire et d’un domaine: ce que les documents disent de l’un dans l’autre.',
  'word.absent': 'absence établie',
  'word.absent-is':
    'Le texte donne une liste entière, et le partenaire n’y est pas. C’est le seul cas où l’on peut dire qu’il n’y a rien, à la date de la liste.',
  'word.silent': 'absent du corpus',
  'word.silent-is': 'Les deux documents n’en parlent pas. Il peut exister quelque chose qu’ils ne disent pas.',
  'word.stratum': 'strate',
  'word.stratum-is':
    'Où se tient un pays dans les politiques de l’UE: élargissement, voisinage, ou autre pays tiers. Elle sert à filtrer, jamais à juger.',
  'word.front': 'front de Pareto',
  'word.front-is':
    'Un groupe de pays dont aucun n’est dépassé par un autre sur tous les critères à la fois. Ce n’est pas un classement: dans un front, nul ne passe devant l’autre.',
  'word.level': 'niveau de rencontre',
  'word.level-is':
    'Groupe de travail: on y travaille ensemble. Ordre du jour: on siège dans le même forum restreint. Une organisation ouverte à tous ne fait se rencontrer personne.',
  'word.parallel': 'bilatérales parallèles',
  'word.parallel-is':
    'L’UE mène avec deux partenaires, séparément, des actions dans le même domaine, et aucune table de travail sur ce domaine ne les réunit.',
  'word.leg': 'volet',
  'word.leg-is':
    'Le volet numérique est un conseil, un partenariat ou un dialogue numérique; le volet de sécurité, un partenariat de sécurité et de défense.',
  'word.coding': 'codage',
  'word.coding-is':
    'La façon de traduire une phrase en donnée. Là où un autre lecteur aurait pu trancher autrement, le compte est refait: «de … à … selon le codage».',
  'word.betweenness': 'intermédiarité',
  'word.betweenness-is':
    'Combien de chemins entre deux autres acteurs passent par celui-ci: une mesure de qui sert de pont.',
  'word.constraint': 'contrainte',
  'word.constraint-is':
    'À quel point les relations d’un acteur se connaissent entre elles. Haute: il dépend d’un même cercle; basse: il relie des cercles séparés.',
  'word.tau': 'τ de Kendall',
  'word.tau-is':
    'De 1 (même ordre) à −1 (ordre inverse): ce qui reste du classement quand on retire des liens au hasard. Sous 0,7, l’ordre est fragile.',
  'word.perimeter': 'périmètre',
  'word.perimeter-is':
    'Les unités sur lesquelles on compte. Figé: celles du départ, pour comparer ce qui est comparable; vivant: celles de chaque lecture.',
  'word.move': 'étape',
  'word.move-is':
    'Un lien à ajouter ou à étendre, choisi par calcul parce qu’il comble le plus de lacunes. Ce n’est pas un conseil.',

  'problem.title': 'La page n’a pas pu répondre',
  'problem.not-found': 'Introuvable',
  'problem.bad-query': 'L’adresse demande ce qui n’existe pas',
  'problem.not-held':
    'Ce fichier contient tout le réseau, ses citations, ses lacunes, ses classements et leur solidité aux dates des documents, avec et sans l’UE; les filtres des liens s’y calculent. Les autres dates, les hypothèses, les classements et matrices filtrés et les autres comparaisons demandent le programme: lancez cette commande, ou «relier serve», et ajoutez ce qui suit le # de cette adresse à celle qu’il donne.',
  'problem.not-held-title': 'Ce fichier ne contient pas cette vue',
  'problem.offline':
    'Le serveur ne répond pas. Vérifiez que «relier serve» tourne encore, puis rechargez la page.',
  'problem.status': 'Le serveur a répondu {status}.',
  'problem.unexpected': 'Erreur inattendue: {text}',
  'problem.again': 'Réessayer',
  'problem.way-out': 'Revenir à cette vue sans filtre ni date',
  'problem.misread': 'L’adresse contient des mots inconnus, laissés de côté: {words}.',
  'problem.misread-way': 'Corriger l’adresse',
  'problem.finding': 'Aucun constat ne s’appelle «{finding}» à ces dates.',
  'problem.cell': 'Aucune cellule ne s’appelle «{cell}».',
  'problem.table': 'Cette direction n’a pas de liste «{table}».',
  'problem.measure': 'Il n’y a pas de mesure «{measure}»; choisissez parmi celles-ci.',
  'problem.passage': 'Ce document n’a pas de passage «{at}».',

  'keys.button': 'Touches et ordre de la page (?)',
  'keys.title': 'Au clavier',
  'keys.order':
    'L’ordre de la page: lien d’évitement, vues, recherche, annuler et rétablir, langue et thème, outils de la vue, filtres, la vue, le panneau de ce qu’on regarde, dates et données. Tout s’atteint par Tab; ces touches abrègent.',
  'keys.everywhere': 'Partout',
  'keys.evidence': 'Citations',
  'keys.picture': 'Dans une image',
  'keys.reader': 'Dans un document',
  'keys.help': 'cette aide',
  'keys.search': 'aller au champ de recherche',
  'keys.undo': 'annuler: l’état d’avant, comme Précédent dans le navigateur',
  'keys.redo': 'rétablir, comme Suivant',
  'keys.escape': 'fermer le menu ou le panneau, et revenir là d’où on l’a ouvert',
  'keys.tab': 'suivant, précédent',
  'keys.step': 'citation suivante, précédente',
  'keys.open': 'ouvrir la citation dans son document; sans citation choisie, la première du panneau',
  'keys.panel': 'aller au panneau',
  'keys.actors': 'acteur suivant, précédent',
  'keys.ties': 'parmi ses liens, et retour',
  'keys.choose': 'choisir',
  'keys.hits': 'dans le champ de recherche: endroit suivant, précédent',
  'keys.passages': 'passage cité suivant, précédent, ou endroit trouvé',
  'keys.return': 'revenir là d’où la citation a été ouverte',
  'keys.single': 'Touches d’un seul caractère',
  'keys.single-note':
    'Désactivées, elles restent à votre logiciel d’assistance; l’adresse garde ce choix (keys=off), rien n’est enregistré.',
  'cite.title': 'Citer cette vue',
  'cite.note':
    'Chaque forme nomme la commande de la vue, les deux dates, les données et leur empreinte: texte, tables et SVG se recalculent à l’octet près.',
  'cite.assumption': 'Hypothèse, non un fait.',
  'cite.text': 'Texte',
  'cite.bibtex': 'BibTeX',
  'cite.csl': 'CSL-JSON',
  'cite.copy': 'Copier',
};
