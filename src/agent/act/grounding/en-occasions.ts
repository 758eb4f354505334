/** English words for how it feels, what is going on, and what somebody is about to do. */
import { anyOf, type Lexicon } from './lexicon.ts';

const be = "(?:am|is|are|'s|gets|getting|feel|feels|feeling|looks|seems|got)";
const very =
  '(?: (?:a bit|a little|so|too|very|really|quite|rather|pretty|far|much|way|kind of|still|getting))*';

export const englishOccasions: Lexicon['occasions'] = {
  cold: anyOf(
    '(?:\\d|1[0-6]) degrees (?:in here|in the|inside)',
    'nippy|parky|baltic|perishing|like (?:ice|icicles|a fridge|a freezer|antarctica|the arctic)|(?:fingers|feet|toes|hands|nose|ears) (?:are|is)(?: [^ ]+)? (?:numb|blue|cold|freezing|frozen)|goose ?bumps|teeth are chattering|draught\\p{L}*|drafty|see my breath|(?:need|wearing|fetch|got) (?:a|my|another) (?:jumper|sweater|blanket|coat)',
    `(?:i|we|he|she|they|it|room|house|kids?|baby|feet|hands|place|bedroom|office|kitchen|here|everyone)(?: [^ ]+){0,4}? ${be}${very} (?:cold|freezing|chilly|frozen|nippy|shivering|cool|icy|frosty|arctic)`,
    `(?:i am|we are|it is|too|so|bit|really|very|absolutely)${very} (?:cold|freezing|chilly|frozen|nippy|shivering|icy)|freezing|shivering|brr+|feeling the cold|cold (?:in )?here|my (?:hands|feet|toes) are`,
  ),
  hot: anyOf(
    '(?:2[6-9]|3\\d|4\\d|[89]\\d) degrees (?:in here|in the|inside)',
    'stifling|sticky (?:night|heat|air|in here)|scorching|like a (?:sauna|furnace|greenhouse)|dying of (?:the )?heat|cooking in here|heat ?wave|(?:i am|we are) (?:dripping|overheating|burning up)',
    `${be}${very} (?:hot|warm|boiling|sweating|roasting|sweltering|baking|melting|sweaty)`,
    `(?:too|so|bit|really|very)${very} (?:hot|warm)|boiling|sweating|roasting|sweltering|melting|like an oven|a sauna`,
  ),
  dark: anyOf(
    '(?:hard|difficult|impossible) to (?:see|read|make out)|(?:barely|hardly|scarcely) (?:see|read)|see (?:a thing|anything|nothing)|strain\\p{L}* my eyes|dusk\\p{L}*|dingy|(?:find|finding|looking for) my (?:glasses|keys|phone|slippers|way)|in the dark|pitch ?black|where i am going|tripped|tripping',
    `(?:too|so|bit|very|pretty|really|getting|is|are|pitch)${very} (?:dark|dim|gloomy|black)|(?:can not|cannot) (?:really )?see|gloomy|dark (?:in )?here|no light|need(?: some| more| a bit of)? light`,
  ),
  bright: anyOf(
    'can not (?:fall a)?sleep with',
    '(?:too|far too|so|very|bit|way too) harsh|(?:is|are) (?:so |too |very |far too )?(?:bright|glaring|harsh)|migraine|squint\\p{L}*|light sensitive|reflect\\p{L}*|(?:wakes|waking) me|(?:in|into) (?:my|our|his|her|the) (?:face|eyes)',
    `(?:too|so|bit|very|really|far|way)${very} (?:bright|light|glary)|blinding|blinds me|dazzling|glare|hurts? my eyes|sun is in my|sun in my`,
  ),
  loud: anyOf(
    `${be}${very} (?:loud|noisy|blaring)|din|blaring|(?:is|are) (?:asleep|sleeping|napping|dozing|on the phone)|napping|(?:my|the) ears|think straight|(?:phone|door ?bell|someone) (?:is )?(?:ringing|calling)|a moment of peace|peace and quiet`,
    `(?:too|so|bit|very|really|far|way)${very} (?:loud|noisy)|deafening|racket|(?:can not|cannot) hear (?:myself|you|anyone|a word)|phone (?:is )?ringing|on (?:a|the) (?:phone|call)|in a (?:call|meeting)|baby is (?:asleep|sleeping)|headache`,
  ),
  inaudible: anyOf(
    `(?:can not|cannot|can hardly|can barely|hardly|barely) hear|too quiet|(?:is|are)${very} (?:quiet|low)`,
  ),
  stuffy: anyOf('stuffy|stale|stinks?|smells?|smelly|muggy|airless|fresh air|no air|steamy|smok[ye]|burnt'),
  dry: anyOf(
    '(?:air|it|skin|throat|lips)(?: [^ ]+){0,3}? (?:is|are|feels?|so|too|very|really) (?:[^ ]+ )?dry',
  ),
  humid: anyOf('humid|damp|clammy|muggy|steamed up|foggy mirror|mou?ld\\p{L}*'),
  bed: anyOf(
    'knackered|exhausted|shattered|sleepy|(?:dead|dog|so|really|very) tired|can not keep my eyes open|need (?:my|some) sleep|can not sleep|forty winks|40 winks|nap|gone up',
    'good ?night|night night|sweet dreams|going to (?:bed|sleep)|go to (?:bed|sleep)|off to (?:bed|sleep)|bed ?time|heading (?:to|up to|for) bed|time for bed|turning in|hitting the (?:hay|sack)|in bed|asleep|sleeping|sleep|calling it a (?:day|night)',
  ),
  morning: anyOf(
    'good morning|woke up|waking up|just up|i am up|we are up|am awake|are awake|getting up|got up|wakey|rise and shine|morning',
  ),
  leaving: anyOf(
    'popping out|nipping out|off out|all out|last (?:one|1) out|heading (?:into|to) (?:town|work|school)|out (?:until|till|all day|for the)|away (?:until|till|all)|we are off|i am off',
    '(?:i|we|everyone|everybody)(?: [^ ]+){0,2}? (?:leaving|heading (?:out|off)|going (?:out|away|to work|on holiday|on vacation|shopping)|off (?:to|now|on)|out now|on (?:my|our) way out)|goodbye|bye|see you(?: later| soon)?|leaving(?: the house| now| home)?|nobody (?:is|will be) home|no (?:one|1) (?:is|will be) home|out of the house|house is empty|going on (?:holiday|vacation)|away for|leave the house',
  ),
  arriving: anyOf(
    '(?:i|we)(?: [^ ]+){0,2}? (?:home|back|here|arrived)|just got (?:home|back|in)|got home|coming home|welcome|guests? (?:are|is)|visitors?|company(?: is)? coming|honey',
  ),
  film: anyOf('movies?|films?|cinema|netflix|series|show|tv time|match|game is on|football|popcorn|watch'),
  meal: anyOf('dinner|lunch|breakfast|supper|eating|eat|meal|food is|cook\\p{L}*|brunch|tea time|teatime'),
  reading: anyOf(
    'book|reading|read|study\\p{L}*|working|work|homework|concentrate|focus|knit\\p{L}*|sew\\p{L}*|draw\\p{L}*|puzzle|cook\\p{L}*|see better',
  ),
  mood: anyOf(
    'welcoming|inviting|homel\\p{L}*|homey|magical|intimate|presentable|pretty|lovely|glow\\p{L}*|warm light|special|softer',
    'cosy|cozy|romantic|relax\\p{L}*|calm\\p{L}*|chill\\p{L}*|ambien\\p{L}*|atmosphere|(?<!in the |in a |in no )mood|date night|candle\\p{L}*|unwind|snug|hygge|peaceful|meditat\\p{L}*|yoga|sooth\\p{L}*|comfy|comfortable|nice (?:and|in) ',
  ),
  party: anyOf('party|dance|dancing|celebrat\\p{L}*|birthday|disco|festive|christmas|halloween|karaoke'),
  dirty: anyOf(
    'fur|shed\\p{L}*|sand|glitter|leaves|grubby|gross|disgusting|bits everywhere|spill|flour|dirt|filth|sawdust|(?:floor|carpet|rug)s?(?: [^ ]+){0,3}? (?:state|covered|full|awful|terrible|bad|needs?)',
    'dirty|filthy|messy|crumbs|dusty|spilled|spilt|dust|a mess|cat hair|dog hair|muddy|sticky|hairs?|pigsty|mud',
  ),
  grass: anyOf(
    '(?:grass|lawn)(?: [^ ]+){0,4}? (?:knees?|ankles?|shaggy|meadow|cut|trim|hay)|',
    '(?:grass|lawn)(?: [^ ]+){0,3}? (?:long|high|tall|jungle|overgrown|mowing|wild)|jungle',
  ),
  lacking: anyOf(
    'nearly out|almost out|short of|last of the|used the last|all gone|(?:is|are) (?:all )?(?:gone|finished|empty)|running out|could do with (?:some|more)|(?:is|are) down to the last|no more',
    'out of (?!hand|here|the|my|bed|order|sight|control|reach|office|place)|ran out|run out|running (?:low|out)|no (?:more )?[^ ]+ left|need(?: some| more| to (?:buy|get))?|low on|finished the|used up|empty|(?:used|ate|drank|finished) (?:up )?(?:the|all|our)',
  ),
  done: anyOf(
    '(?:is|are)(?: both| all| now)* (?:in the (?:fridge|bag|basket|trolley|cupboard)|sorted|ticked|watered|bought|paid|done|home)|(?:have|has) been (?:bought|done|watered|paid|cleaned|fixed|called|fed|sorted)|already (?:got|have|bought|did)',
    '(?:i|we|she|he|they|anna|somebody|someone)(?: have| has| just| already)* (?:bought|got|did|done|finished|completed|picked up|watered|called|cleaned|paid|fixed|fed)|(?:is|are|that|those|this|it)(?: 1)?(?: is| are)? (?:done|finished|bought|fixed|paid)|done (?:that|it|with)',
  ),
  'left-on': anyOf(
    '(?:nobody|no (?:one|1)|none of us|not (?:any ?one|any ?body))(?: [^ ]+){0,4}? (?:any ?more|any longer|now|watch\\p{L}*|us(?:es|ing|e)|needs?|listen\\p{L}*|wants?|there|left|looking)|(?:everyone|everybody|we all) (?:has|have|is|are)(?: [^ ]+){0,2}? (?:had|gone|left|finished|done|asleep|out)|(?:finished|done) with|burning|for nothing|waste\\p{L}*|all (?:day|night)|unused',
    '(?:left|forgot|forgotten|still|think|leave|leaving)(?: [^ ]+){0,6}? on|still on(?! the| a| my| our)|(?:is|are) (?:still |all )?on(?! the| a| my| our)|(?:forgot|forgotten) to (?:turn|switch)(?: [^ ]+){0,5}? off|nobody(?: [^ ]+){0,3}? in|no one(?: [^ ]+){0,3}? in|wasting',
  ),
  'left-open': anyOf(
    '(?:left|forgot|forgotten|still)(?: [^ ]+){0,6}? open|still open|is open|are open|(?:forgot|forgotten) to (?:close|shut|lock)|unlocked',
  ),
  private: anyOf(
    'privacy|neighbou?rs?|look in|looking in|see in|staring|naked|undress\\p{L}*|getting (?:changed|dressed)|shower\\p{L}*|peeping',
  ),
  needless: anyOf(
    'driving (?:me|us) (?:mad|crazy|nuts|insane|bonkers|bananas|up the wall|round the bend)|annoying|annoys?|irritat\\p{L}*|(?:getting )?on my nerves|can not stand|sick of|fed up|bothers?|bothering|disturb\\p{L}*|(?:is|are) enough|had enough|enough of|will do now',
    'no (?:need|point|sense|use|reason)|(?:do not|no longer) need|not needed',
  ),
  wet: anyOf('rain\\p{L}*|storm\\p{L}*|windy|hail\\p{L}*|snow\\p{L}*|pouring|thunder\\p{L}*'),
};
