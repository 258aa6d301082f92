const givenNames = new Set(
  `aaron abby abigail adam adrian aidan alan alasdair albert alex alexander alexandra alexis alfred alice alicia alison allen allison amanda amanpreet amber amelia
  amir amit amy ana andre andrea andreas andrei andrew andy angela anil anita ankit ankur ann anna anne annie anthony anton antonio aparna arjun armin armon arthur ashley
  austin barbara barry beatrice ben benjamin bernard beth betty bill bob bobby brad brandon brandt brenda brendan brent brian bruce bruno bryan caleb cameron carl carla
  carlos carol caroline carson catherine cecilia charles charlie charlotte chen chloe chris christian christina christine christoph christopher claire clara clayton colin connor
  corey craig cynthia daisuke dan daniel daniela danielle darren dave david dean deb deborah debora denis dennis derek diana diane dianne diego dima dmitry donald dong dorothy doug
  douglas duncan dylan ed eddie edgar edward elaine elena eli elise elizabeth ella ellen emily emma enrique eric erica erik erika ernest esther ethan eugene eva evan
  fabio felix fernando florian frances francesca francesco francis francois frank fred frederic gabe gabriel gabriela gabrielle gary gavin geoff george gerald gina giovanni
  glenn gordon grace graham greg gregory guido guillaume gunnar hannah hans harish harold harry heather heidi helen helena henrik henry hiroshi holly hong howard hugo
  hynek ian igor imad ingrid irene irina iris irit isaac isabel ivan jack jacob jake james jamie jan jane janet janjaap jared jasmine jason javier jay jean jeff jeffrey jennifer jenny
  jeremy jerome jerry jesse jessica jessie jill jim joan joanna joe joel johan johannes john johnny jon jonas jonathan jordan jorge jose josef joseph josh joshua juan judith judy
  julia julian julie julien justin kai karen karl kate katherine kathleen kathy katie keith kelly kelsey ken kenneth kenji kent kevin kim kirk klaus kristen kristin kurt kyle
  lachian lachlan lars laura lauren laurent lawrence lea lee leo leon leonard leslie liam lin linda lisa liz logan lorenzo louis louise luca lucas lucy luis luke luciano lydia lynn
  magnus manuel marc marcel marco marcus margaret maria marie mario marion mark markus martha martin martina mary masahiro mason mathias matt matthew matthias maurice max maxime
  megan mei melanie melissa michael michaela michal michel michelle miguel mike mila mitchell mohamed mohammed monica morgan nancy naomi natalie natasha nathan neil nicholas
  nick nicolas nicole nigel nikita nikolai nina noah nora norman oliver olivia omar oscar owen pablo pamela pat patricia patrick paul paula pavel pedro penny peter philip philipp
  philippe pierre piotr priya rachel rafael rahul raj rajesh ralph ramon ravi ray raymond rebecca reza ricardo richard rick rimma rita rob robert roberto robin roger rohit roland roman ron
  ronald rosa rose ross roy ruben russell ruth ryan sally sam samantha samuel sandra sanjay sara sarah sasha sasi satoshi scott sean sebastian sergei shane shannon sharon shaun
  sheila shriram simon sofia sonia sophia sophie spike stefan stella stephanie stephen steve steven stuart sue sunil susan suzanne sven sylvia takeshi tamara tanya tara taylor ted
  teresa terry theo theresa thomas tim timothy tina todd tom tomas tommy tony tracy travis trevor tyler ursula valentin valerie vanessa vera vic victor victoria vijay vikram vincent
  virginia vivian vladimir walter wang wayne wei wendy will william wolfgang xavier yan yann yuki yusuke yves zach zachary zihao zoe
  abdul abigael adele adriana agnes ahmed aisha akira alberto alejandro aleksandar alessandro alfonso ali alina allan alma alvaro anastasia andreea
  andrey angelo angus anja anjali annika antoine antonia anuj ariel arnaud arnold artem arun asha astrid aurora axel ayumi bart bastian beatriz benedict
  bengt benoit bernadette bert bertrand bianca bjarne bjorn blake boris bradley brett brigitte brooke bryce burt byron caitlin camille candice carmen
  casey cassandra cassidy cecile cedric chad chandler chelsea cheryl cindy claudia claus clement cliff clint cody colleen conor courtney curtis cyril
  damian damien dana danica danny daphne darrell daryl davide dawn deepak denise desmond devin dimitri dion dominic dominik dominique don donna doris
  drew dustin eduardo edwin eileen eleanor elias elisabeth elliot elliott elon elsa emil emilie emmanuel eoin erin ernesto estelle evelyn farah fatima
  felicia felipe ferdinand filip finn fiona flavio francisco franck frankie franz freddy frederick fredrik gareth garrett gaurav gemma genadi genevieve
  georg georgia gerard gerhard german gilles giuseppe gloria gonzalo graeme gregor guillermo gustavo guy hadley hamza harriet harrison hartmut hassan
  hazel hector heiko helene herbert hermann hilary hitoshi hugh hunter ilya inga ingo ivana ivy jackie jacqueline jacques jaime jakub jana janelle
  janice janine jaroslav jarrod jeanne jeffery jeroen joachim joakim joannis joao joaquin jochen joost joris joyce juanita juha jules juliana juliane
  juliet julio jun justine jörg jürgen kaitlyn karim karin karla karsten kasper kassandra katarina katharina katja katrin kayla kazuho keisuke kendra
  kenta kerry khalid kiran klara kohei koichi konrad konstantin koray krishna kristian kristina kristof kumar kurtis lakshmi lana lance laurence laurens
  laurie leah leif lena leonardo leticia lev lewis lilian lillian lionel lior lori lorna lothar luigi lukas lukasz lynda maciej madeleine maggie malcolm
  malte manish manuela marcin marcos margarita mari marian mariana marina marius marjorie marlene marta marten marvin masataka masatoshi mateo mateusz
  matias mats maureen mauricio maxim maya mayank mayumi melinda melvin meredith michele mihai mikael mikhail milan milena miranda miriam mirko misaki
  misha mitchel moritz moshe muhammad murali murat nadia nadine nagesh nate neha nelson niall nico nicola niels nikhil niklas nikolaus nils noel noemi
  norbert nuno olaf ole oleg olga olivier olof omer oren orlando otto padma paige pam panos paolo parker pascal pasi patricio patrik pauline pawel peggy
  per petr petra phil phillip phoebe piers pramod prashant pratik preston rachael radek raffaele rainer ralf ramesh rami ramona randall randy rasmus
  raul ravindra regina reginald reinhard remi renata rene rhys rishi rochelle rodrigo rohan romain ronan ronnie rory rosalind rosie rowan roxanne rudolf
  rui rupert ruslan sabine sabrina sachin salim salma salvatore sami samir sandeep sander sandy santiago satya saurabh savannah selena selma serge
  sergey sergio seth shashank shawn shelby shelley sherry shreya sid siddharth silvia siobhan slava soren soutaro spencer srinivas stacey stacy stan
  stanislav steffen stephan stewart stig stéphane subhash sujay suresh svetlana swati sylvain tad takuya tammy tatiana teodor thiago thibault thorsten
  tiago tiffany tobias toni torsten toru troy uli ulrich ulrike umair uwe vadim valentina varun vasily venkat vikas viktor vinay vince vincenzo vivek
  vlad volker wade wanda warren werner wesley wilhelm willem winston wojciech xiao yasmin yoav yohan yukihiro yulia yuma yuri yusuf yvonne zack zara
  zoltan
  addy agnieszka aitor alessio anais anand andrzej anke anouk antti ariya arvind ashok aurelie ayse balaji bao baptiste birgit bjarte bogdan burak caio
  catarina celine chiara clemence corentin cristian cristina dariusz dimitris divya duc eleni elif elisa elodie emre fang fatma federico femke frauke
  freja gaelle ganesh garth giorgos girish giulia grzegorz gwen haakon hari harinder heike heikki hendrik hui huong iker ilaria ines ioana jacek jasper
  jayant jed jen jian jihoon jing jiwoo joana jordi juana jukka jutta katarzyna kavita khodor kirsten kishore kostas krzysztof larissa lasse lenka lieke
  ling linh loic lonnie lorenza lucia luisa maarten mads mahesh malgorzata margaux marisa mathieu mathilde matteo mehmet mikko milcah ming minh minjun
  mircea mohan montserrat mukesh nadja naveen nerea ngoc nguyen nikos nitin nuria oceane olli ondrej oriol ozan paola pau paulo pavla pekka pieter pooja
  prakash prasad priyanka qiang quentin rakesh raluca ramya ranjit raquel reed renato rocio rosario ruud sanjiv sanna sanne satish shweta siddhartha
  sigrid silke simone sindre sjoerd sneha solene stefania sudhir sumit sungmin sunita swizec tarun tereza thais thanh thijs timo tj tomasz tuomas tushar
  umesh una unai varsha vasilis venkatesh vidya ville vinod vishal vojtech wojtek wouter xin yannick yannis yehuda zbigniew zeno zuzana
  akari akihiro akihito akiko akio aoi asami atsuko atsushi aya ayaka ayako ayane chie chihiro chika chikako daichi daigo daiki eiichi eiji eiko fumiko
  fumio fumiya genki goro hajime haruka haruki haruko haruna haruto hayato hideaki hidehiro hideki hideo hideto hideyuki hikaru hinata hiro hiroaki
  hirofumi hirokazu hiroki hiroko hiromi hironori hirotaka hiroto hirotsugu hiroya hiroyasu hiroyoshi hiroyuki hisashi ichiro ikuo ippei issei itsuki
  jiro junichi junji junko junya kaede kanako kaori kaoru katsuhiko katsuhiro katsumi katsuya kazuaki kazuhiko kazuhiro kazuki kazuko kazuma kazunori
  kazuo kazushi kazutaka kazuto kazuya kazuyoshi kazuyuki keigo keiichi keiichiro keiji keiko keita kengo kenichi kenichiro kenjiro kenshi kensuke
  kentaro kento kimiko kiyoshi kohsuke koji kosuke kota kotaro kouhei kouichi kouji kousuke kouta kumiko kunihiko kyohei kyoko madoka maki mako makoto
  mamoru manabu mariko masaaki masafumi masahiko masahito masaki masakazu masami masamichi masanobu masanori masao masaru masashi masato masaya masayoshi
  masayuki megumi michiko mika mikako miki mikio minako minoru mio misato mitsuhiro mitsuru mitsuo miyuki mizuki momoko motohiro nagisa nao naoaki
  naohiro naoki naoko naoto naoya naoyuki natsuki natsuko natsumi nobuaki nobuhiro nobuhiko nobuo nobuyuki noriko norio noriyuki osamu reiko rie riku ryo
  ryohei ryoichi ryoji ryoko ryosuke ryota ryotaro ryoya ryuichi ryuji ryunosuke ryusuke ryuta sachiko saki sakura satoko satoru satsuki sayaka sayuri
  seiichi seiji seiya shigeki shigeo shigeru shingo shinichi shinichiro shinji shinnosuke shinobu shino shinpei shinsuke shinta shintaro shinya shiori
  shogo shohei shoichi shoji shota shotaro shoko shuhei shuichi shuji shun shunsuke shuntaro shunichi shunya shusuke shuta sota susumu tadashi tadayuki
  taichi taiga taiki taisuke takaaki takafumi takahiko takahiro takahito takaki takanobu takanori takao takashi takato takatoshi takaya takayoshi
  takayuki takehiko takehiro takehito takeo takeru taketo takuji takuma takumi takuo takuro takuto tamaki taro tatsuhiko tatsuhiro tatsuki tatsuo tatsuro
  tatsuya teppei tetsu tetsuji tetsuo tetsuro tetsuya tokuhiro tomoaki tomofumi tomohiko tomohiro tomohisa tomoki tomoko tomomi tomonori tomoya tomoyo
  tomoyuki toshiaki toshihiko toshihiro toshiki toshio toshiya toshiyuki tsubasa tsuneo tsutomu tsuyoshi wataru yasuaki yasuhiko yasuhiro yasuko yasunari
  yasunori yasuo yasushi yasutaka yasuyuki yohei yoichi yoichiro yoji yoko yosuke yoshi yoshiaki yoshifumi yoshihiko yoshihiro yoshihisa yoshiki yoshiko
  yoshimasa yoshinori yoshio yoshitaka yoshito yoshiyuki yota youhei youichi yousuke yu yudai yui yuichi yuichiro yuji yuka yukari yukie yukiko yukinori
  yukio yukito yuko yumi yumiko yuriko yusaku yuta yutaka yuto yuya zenji aaditya abhijit abhinav abhishek aditya ajay akshay amol aniket anirudh anish
  anjana anurag arpit ashish ashutosh ashwin atul bharat chetan darshan deepika dhruv dinesh gautam girija gopal hemant jatin jyoti kamal karan kartik
  kaushik ketan kunal lalit madhavi manoj meera mihir mohit nandini naresh neeraj nidhi nilesh nisha pankaj parag pranav prateek praveen preeti puneet
  raghav rajat rajiv rakhi ramakrishna rashmi ritesh sachi sagar sahil sangeeta santosh sarika shailesh shalini shashi shilpa shivani shruti shubham
  sonali srikanth subramanian sudhakar sumeet suraj swapnil tejas uday utkarsh vaibhav vandana vibhor vipul yash yogesh jiri ondra vaclav zdenek stepan
  radim pavlina jarek kamil krzystof przemek slawomir wiktoria bartosz bartlomiej dawid ewelina jakob marek mariusz michalina rafal szymon tymoteusz
  zuzanna andras attila balazs bence gabor gergely istvan janos laszlo tamas zsolt aleksey alexey aleksei anatoly artyom dmitri dmitriy evgeny evgenii
  fedor gleb grigory kirill leonid maksim semyon sergii timur valery vasiliy viacheslav vitaly vladislav vyacheslav yaroslav yegor yevgeny yuriy lotte
  sjors thijmen joep jasmijn bram pepijn fredrika gustav lennart ulf anders hakan jorgen kjell mikkel morten oyvind rikke stine sverre trond yngve arnau
  inigo iñaki joaquim josep sergi xavi begona belen nacho dani guillem ximena abel adan alejandra andres anibal armando beto camila cesar efrain emilio
  ezequiel facundo fernanda gaston gerardo gisela graciela horacio humberto ignacio jacinto jimena josue leandro lorena luciana marcela mariano
  maximiliano mercedes nahuel natalia nestor octavio ramiro rodolfo rogelio romina salvador silvina soledad ulises veronica yamila ade ayodele babatunde
  chidi chinedu chioma emeka femi funke ifeoma kofi kwame ngozi nkechi obinna olamide oluwaseun segun seyi temitope tolu tunde uche yemi abdullah amina
  ayman bilal ebrahim fahad faisal hossein ibrahim imran ismail jamal khaled mahdi majid malik mariam mehdi mustafa nabil nasir nima omid osama parisa
  rania reem saeed salman samira tarek tariq usman waleed yasser youssef zahra zaid zeinab donny jenn ari asim aditi coraline corinne danilo davina
  deedee evangeline ferdi gil gilly hadi henning indu jemma joss kaspar kassie krissy leisa lynne maddy mandi mandy mikey minna ninh penelope prakriti
  quincy rhiana rian safia sena shai shaila sofie stormy swathi terri tilde toby uma viv whitney wynn yara zainab nickolas bethan dora ola fabrizio firas
  gaspard honza kristyna libor milos pavol radka`
    .trim()
    .split(/\s+/),
)

/** Words of titles that are capitalised like names: `Service Mesh` is nobody. */
const titleWords = new Set(
  `a about adaptive advanced agenda agile all almanac ai amazing amazon an and announcement announcements api app application applications apps architecture array as at automated
  award awards azure backend based beginner best big blog bot bots browser build building by case challenge change channels chrome class clinical closing cloud code cognitive
  community company complexity components compose concepts conclusion conference container containerize containerized containers control copy course css culture custom customer cycle data
  database databases day deep demo deploy deployment design detail details dev developer developers development digital discussion distributed diversity docker dynamic edge engine
  engineering enter enterprise event events example examples experience expert features feedback firefox first flow for from front frontend function functions future game
  general getting github global go goals good google great hack hardware how html http image improved in infrastructure install intelligence intelligent intro introducing introduction
  is istio it java javascript key keynote kubernetes language learning lessons library lightning linux live load local machine maintenance management markdown market meetup
  mesh method micro microsoft microservices mobile model modern more motivation my native network networking new next node notes of on open opening operations ops orchestration
  our overview pages panel part patterns performance personal pipeline plane platform point policy predictive principles problem process product production productivity
  programming project python quality question questions quick react real reality recap reference relational release rendering report research resource resources results review roadmap
  ruby rust safari scale scaling second secure security selection server serverless service services session sessions setup simple simulated single slide slides software
  solution solutions source stack start started state storage story strategy studio summary support swarm system systems table talk talks team teams tech technical technology
  test testing the this three time timeline to today tool tools top topics track traffic training tutorial two types typescript ui under understanding update updates use
  user users using video virtual visual vue web welcome what when limits limit rate rates pod pods queue queues cache caches caching index indexes indices streams actor actors concurrency mistakes basics
  pitfalls tips tricks internals guide fundamentals essentials migration debugging profiling monitoring observability logging tracing where which who why win windows with work working workshop world your`
    .trim()
    .split(/\s+/),
)

// oxlint-disable-next-line no-control-regex -- the range of ASCII
const beyondAscii = /[^\0-\x7f]/

/** Letters without accents: `Jiří` is in the list as `jiri`. */
function withoutMarks(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '')
}

/** Whether a word is a frequent given name. */
export function isGivenName(word: string): boolean {
  const name = word.toLowerCase()
  return givenNames.has(name) || (beyondAscii.test(name) && givenNames.has(withoutMarks(name)))
}

/** Given names that are words or places, too: `Max Connections`, `Georgia Tech`, `Grace Period`. */
const ambiguous = new Set(
  `alma amber angel april art august austin autumn axel bao bay bill brad brook brooke carol cary chad chase chelsea christian cliff clay crystal daisy dale dallas dawn dean delta dong
  dion drew elsa eve faith fang florence frank gene georgia german gill glen grace grant guy hazel heath hong hope houston hunter iris israel ivy jack jade jay joy jordan july june justice king
  lana lance lane lewis lima lin ling linh long madison mark mason max may mei mercedes miles milan ming mini olive otto paige pan paris parker pat pearl per phoenix pierce ray reed
  reid rich rob robin roman rose rosie ruby sage sandy santiago savannah serge seth sky son stone sue summer sun sydney tad tiger tommy tory trinity troy van victor victoria vince
  viola sakura stormy tilde uma dora ola reem viv gil virginia wade ward wayne wei will wing winter xin young`
    .trim()
    .split(/\s+/),
)

/** Whether a word is a given name and little else. */
export function isClearlyGivenName(word: string): boolean {
  return isGivenName(word) && !ambiguous.has(word.toLowerCase())
}

/** Whether a word belongs to titles rather than to names. */
export function isTitleWord(word: string): boolean {
  return titleWords.has(word.toLowerCase().replace(/['’]s$/, ''))
}
