// The few words by which a name is told from other text: what stands before, between and after names, and what never does.

const setOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).filter(Boolean));

/** Titles before a name, small letters without full stops. */
export const titlesBefore = setOf(`
  mr mrs ms mx miss major col colonel lt sgt dr drs prof professor doctor sir dame lord lady rev reverend fr sister capt captain hon
  herr frau dipl-ing diplom ing univ-prof pd mag jur rer nat med phil habil em pol oec theol dipl-kfm ra dr-ing prof-dr
  sr sra srta don doña d dª dña lic arq profa profª dra abg
  m mme mlle mm maître me pr
  sig sig.ra dott dott.ssa dottssa avv arch rag geom on
  engº eng exmo exma excmo excma ilmo ilma mgr inż dr-hab hab mudr judr rndr phdr bc doc
  д-р проф г-н г-жа
`);

/** Degrees and generations after a name, small letters without full stops. */
export const titlesAfter = setOf(`
  jr sr ii iii iv phd ph.d md mba ma msc bsc ba bs ms mph jd esq cpa cfa pe rn llm ll.m llb dds dvm frcp obe mbe cbe
  pmp m.a m.sc b.sc b.a m.d dphil edd facp fca acca cissp mrcs ra
`);

/** Small words inside of names. */
export const particles = setOf(`
  de del della dello degli dei delle di da das dos do du des la las le les los el al et y e i von vom van der den ter ten zu zur
  zum und af av bin bint ibn ben abu ould san santa st d l o mc ’t 't 's- lo
`);

/** Words (small letters) that stand in headings, menus and names of things, but in no name of a person. */
export const neverInNames = setOf(`
  a about above account add address administration advisory after agenda agency all also american analysis an and annual answer answers apply are
  area article articles as ask at award awards back bank best beta better blog board book books british bureau business buy by call cafe café
  calendar careers cart case cases catalog center central centre chapter city client clients club coffee college comments community
  company conference contact contacts contents cookie cookies cooperative copyright council country course courses credits customer data date
  day days deal delivery department design developer development digital discover discussion docs documentation download
  east easy edition editorial education email english equipment error european event events every example exclusive executive experience explore facebook faq faqs
  featured features festival file final find first follow follower followers food for forum foundation founded founding free french from fund gallery general german
  get getting global great group groups guest guide has health hello help here high history home hotel hours house how icon if image in
  inc industry info information instagram install institute international introduction into is issue item items january february
  it its join journal key keynote know lab laboratory labs language large last latest leadership learn leave legal library like linkedin links list live
  llc local location log login logo long ltd magazine main make management map market marketing media meet meeting member members membership menu message
  minutes mission monday tuesday wednesday thursday friday saturday sunday month more most music my name national new newest news newsletter next no north northern not note
  notes now of off offer office official on one online open opening or order organic original our out outdoor over overview page pages panel part partner
  partners partnership people personal phone photo photography picture pictures plan plans platform play please plus podcast policy popular portfolio post posts premium
  press previous pricing print privacy pro product production products profile program programme project projects public publications published questions quick
  quote rating read reading recent recipe register related release report reports republic request research reserved resources restaurant results return review reviews
  rights room sale sales schedule school science search section see select senior series service services session sessions set settings shipping shop show sign site small social
  society software solutions some south southern speaker speakers special sponsors staff start state station statement stay steps store stories story street
  student students studio subject submit subscribe summer summit support sustainability system systems table tags talk team teams tech technology terms than thank thanks that the
  their then there these they this time title to today tools top topics tour track training transport trust twitter type under union unit university untitled up update updated updates us use used user users value values
  version video videos view visit volunteer volunteers was watch we web website week welcome west what when where who why wikipedia will wine winter with work workshop world write yacht year years
  you your youtube zero blend roast arabica espresso organisation organization team's avenue road square building floor institut
  am an auf aus bei das dem des die ein eine einen für im ist mit nach nicht oder über und uns unser unsere vom vor wir zu zur kontakt startseite impressum datenschutz
  aktuelles leistungen neuigkeiten mehr weiter zurück anfahrt mitarbeiter ansprechpartner presse karriere unternehmen verein öffnungszeiten straße platz gmbh ag kg ohg
  verwaltung sekretariat redaktion geschäftsführung abteilung vertrieb einkauf buchhaltung kanzlei praxis zentrale hochschule universität fachbereich lehrstuhl angebot
  con para por una uno un unos unas sobre nosotros nuestro nuestra nuestros equipo inicio contacto contactar noticias aviso legal política privacidad empresa servicios productos
  tienda más leer ver quiénes somos conócenos sede oficina horario calle avenida plaza universidad facultad departamento instituto sociedad asociación comentarios ponentes programa
  nos notre votre vos aux avec dans est pour plus qui sur une accueil contactez équipe entreprise actualités mentions légales lire suite savoir société rue boulevard siège presse
  ministère université faculté laboratoire département réservés droits découvrir boutique panier recherche
  chi siamo il lo gli nel nella non per più sono su una contatti azienda notizie nostro nostra nostri squadra leggi tutto scopri via piazza corso università dipartimento prodotti servizi
  ufficio sede persone dicono noi
  em na no nas nos não para pela pelo sobre nossa nosso equipa equipe início contato contactos empresa notícias serviços produtos leia mais rua praça universidade
  om och vi het een wij ons onze over
  o nas zespół kontakt dla aktualności firma usługi ulica
  hakkımızda iletişim ekibimiz ve ile
  о нас контакты новости компания команда услуги главная улица ооо
  united states kingdom america angeles york francisco diego aires hong kong costa rica africa europe asia australia deutschland españa france italia
   former collection ug eg mbh gbr partg slp ltda kft doo verein inc. corp corporation future colleague hi hello dear you're customer verified guest anonymous mail app msg write call send reply sent web design digital journal times herald gazette dental clinic praxis schreinerei kunde client cliente klant zákazník ověřený hallo hola bonjour ciao confirmar confirmed tba tbd admin moderator vacancy validated reviewer reviewers owner вакансия гость misafir art none plc llp gmbh&co sarl sas spa srl bv nv oy ab as aps sl sa slu s.l s.a s.a.s s.r.l s.p.a e.v ltd.
  brokers solicitors architects consultants builders brothers sons associates advisors engineers partners
  teatro theatre theater théâtre cinema cine stadium stadion estadio arena auditorium auditorio palacio palais palazzo palace castle schloss hospital
  january february march june july august september october november december
  januar februar märz juni juli oktober dezember enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
`);

/** Chinese family names of one character, the hundred most frequent and more, in both writings. */
export const hanFamilies = new Set(
  '王李张張刘劉陈陳杨楊黄黃赵趙吴吳周徐孙孫马馬朱胡郭何林罗羅高郑鄭梁谢謝宋唐许許韩韓冯馮邓鄧曹彭曾肖蕭田董潘袁蔡蒋蔣余于杜叶葉程魏苏蘇吕呂丁任卢盧姚沈钟鍾姜崔谭譚陆陸范汪廖石金韦韋贾賈夏付傅方邹鄒熊白孟秦邱侯江尹薛闫阎雷段龙龍史黎贺賀陶毛郝顾顧龚龔邵万萬覃武钱錢戴严嚴莫孔向汤湯温庄莊施俞岑柯涂聂聶章鲁魯岳齐齊童欧歐尤苗颜颜祝詹关關冉常文褚卓牛翟耿管游阮符戚隋缪缪',
);
/** Family names of two characters. */
export const hanDoubleFamilies =
  /^(?:欧阳|歐陽|司马|司馬|上官|诸葛|諸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|范姜|张简|張簡|淳于|端木|长孙|宇文|呼延)/u;

/** Japanese family names, the most frequent ones. */
export const japaneseFamilies =
  /^(?:佐藤|鈴木|高橋|田中|伊藤|渡辺|渡邊|渡邉|山本|中村|小林|加藤|吉田|山田|佐々木|山口|松本|井上|木村|斎藤|斉藤|齋藤|清水|山崎|阿部|池田|橋本|石川|山下|小川|石井|長谷川|後藤|岡田|近藤|前田|藤田|遠藤|青木|坂本|村上|太田|金子|藤井|福田|西村|三浦|竹内|中川|岡本|松田|原田|中野|小野|田村|中島|藤原|中山|石田|上田|森田|小島|柴田|原|宮崎|酒井|工藤|横山|宮本|内田|高木|安藤|島田|谷口|大野|丸山|今井|高田|藤本|武田|村田|上野|杉山|増田|平野|大塚|千葉|久保|松井|小山|岩崎|桜井|木下|野口|松尾|菊地|菊池|野村|新井|佐野|杉本|古川|浜田|市川|小松|水野|吉川|大西|西田|北村|五十嵐|川口|片山|川崎|飯田|本田|矢野|中田|吉村|川上|森|林|東|関|星|堀|辻|浅野|黒田|荒木|大島|服部|樋口|永井|秋山|松岡|桑原|平田|望月|永田|石原|早川|西川|三宅|内藤|栗原|福島|片岡|岩田|榎本|白石|土屋|宮田|河野|大谷|松村|熊谷)/u;

/** Korean family names. */
export const koreanFamilies = new Set(
  '김이박최정강조윤장임한오서신권황안송류유전홍고문양손배백허남심노하곽성차주우구민진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모',
);

/** Words that stand where a name should, for nobody: guests, machines, accounts that were deleted. */
export const nobody =
  /^(?:(?:a |verified |validated |former |deleted |google |guest |anonymous |registered )*(?:user|customer|client|guest|buyer|reviewer|member|account|shopper|visitor|system|bot|admin|administrator|moderator|webmaster|anonymous|unknown|deleted|nobody|staff|team|support|newsletter|redaktion|redazione|redacción|rédaction)|gast|misafir|invitado|anónimo|anonimo|anonyme|invité|ospite|convidado|ověřený zákazník|gość|гость|аноним|匿名.*|游客|访客|已注销.*|ゲスト|名無し.*|退会.*|손님|익명|مجهول|زائر|未定|期待你|discobot)$/iu;
