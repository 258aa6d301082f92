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
  virginia vivian vladimir walter wang wayne wei wendy will william wolfgang xavier yan yann yuki yusuke yves zach zachary zihao zoe`
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
  user users using video virtual visual vue web welcome what when where which who why win windows with work working workshop world your`
    .trim()
    .split(/\s+/),
)

/** Whether a word is a frequent given name. */
export function isGivenName(word: string): boolean {
  return givenNames.has(word.toLowerCase())
}

/** Whether a word belongs to titles rather than to names. */
export function isTitleWord(word: string): boolean {
  return titleWords.has(word.toLowerCase().replace(/['’]s$/, ''))
}
