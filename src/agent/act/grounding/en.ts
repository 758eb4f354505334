/** English words that ask for something. */
import { anyOf, type Lexicon, startsWith, whole, wordSet } from './lexicon.ts';

const turn = '(?:turn|switch|put|power|flip|get|have|pop|stick|bring|want|need|keep|turned|switched|leave)';
const some = '(?: [^ ]+){0,7}?';
const be = "(?:am|is|are|'s|gets|getting|feel|feels|feeling|looks|seems|got)";
const very =
  '(?: (?:a bit|a little|so|too|very|really|quite|rather|pretty|far|much|way|kind of|still|getting))*';
const person =
  '(?:i|we|he|she|they|you|it|that|this|there|these|those|somebody|someone|everyone|everybody|nobody)';

export const english: Lexicon = {
  joins: anyOf(
    'and',
    'then',
    'but',
    'or',
    'so',
    'because',
    'since',
    'also',
    'plus',
    'while',
    'afterwards',
    'otherwise',
  ),
  conditions: startsWith(
    'if(?! (?:you|we) (?:can|could|would|may|might)| (?:it is )?possible| so| yes| not| no| yeah)|unless|whenever|when(?! (?:does|do|did|is|are|was|were|will|would|can|could|should|has|have|am|shall) )|in case|as soon as|once (?:i|we|it|the|he|she|they|everyone)|before (?:i|we|it|the|he|she|they)|after (?:i|we|it|the|he|she|they)|until|whether',
  ),
  imperative: whole(
    'turn|switch|close|shut|start|stop|lock|unlock|set|dim|play|pause|put|activate|run|add|remind|announce|tell|open|raise|lower|arm|make|let',
  ),
  begins: startsWith(
    'turn|switch|put|set|get|make|open|close|shut|lock|unlock|dim|brighten|lower|raise|start|stop|play|pause',
    'resume|skip|mute|unmute|add|remove|delete|cross|tick|mark|check|tell|read|show|say|announce|remind|remember|forget|note|write',
    'arm|disarm|activate|run|trigger|press|clean|vacuum|hoover|mow|send|find|locate|cancel|change|turn|increase|decrease|reduce',
    'cool|heat|warm|let|give|bring|take|kill|leave|keep|do|don|see|look|search|what|whats|how|who|when|where|why|which|whose',
    'is|are|was|were|did|does|has|have|had|will|can|could|would|should|shall|may|if|when|whenever|unless|i|we|he|she|it|they|you|there',
    'that is|the .{2,30} (?:is|are|was|were|has|have)|my .{2,30} (?:is|are|was|were|has|have)|not|no|draw|crank|drop|queue|ring',
    'begin|pull|light|power|adjust|throw|wake|summarise|summarize|explain|describe|list|name|count(?! ?down)|compare|ask|call|text|email|mail|message',
  ),
  lead: startsWith(
    '(?:can|could|would|will|might|may)(?= (?:the|my|our|that|this|these|those|it|he|she|they|somebody|anybody) )|please|kindly|hey|hi|hello|ok|okay|so|well|now|right|just|maybe|perhaps|also|and|then|but|or|plus|yes|yeah|yep|sure|actually|hearken|assistant',
    'first|next|afterwards|after that|finally|quickly|oh|alright|good|great|thanks|thank you|sorry|dear|everybody|because|since|like i said|as i said',
    '(?:can|could|would|will|might) (?:you|we|i|someone|somebody)(?: (?:please|maybe|just|possibly|kindly|all|also|quickly|perhaps))*(?: help (?:me|us))?(?: (?:to|go and|go ahead and|try to))?',
    '(?:do|would) you mind(?: to)?|why do(?:n.t| not) (?:you|we)|why not|how about|what about|is it possible to|is there (?:any|a) way to|any chance (?:you|we) (?:can|could)',
    'let us|let.s|go ahead and|go and|feel free to|do not forget to|make sure(?: that)?|ensure(?: that)?|see to it(?: that)?|be so kind (?:as to|and)|be a dear and',
    'it would be (?:nice|great|lovely|good|helpful|awesome) if (?:you|we) (?:could|would)?|i was wondering (?:if|whether) you (?:can|could|would)|i wonder if you (?:can|could)',
    'if (?:you|we) (?:can|could|would|may|might)(?: please)?|if (?:it is )?possible|if (?:so|yes|yeah|not|no)(?: then)?|if you do not mind|(?:it is )?time to|you (?:can|may|should|could|might as well)|try to|while you are at it|in that case|there(?! is| are)',
    '(?:i|we) (?:would like|would love|would prefer|would rather have|want|need|wish|like|prefer|would appreciate)(?: it if)?(?: you)?(?: could| would)?(?: to)?(?: have)?',
    '(?:may|can|could) (?:i|we) (?:please )?(?:have|get|ask you to|see)|give (?:me|us)|let there be|let me have|get me|i could use|we could use|i think (?:you|we) (?:should|could)|you had better|better',
  ),
  demanding: startsWith(
    '(?:can|could|would|will|might|may) (?:the|my|our|that|this|these|those|it|he|she|they|somebody|anybody)|(?:can|could|would|will|might) (?:you|we)|(?:do|would) you mind|why do(?:n.t| not) (?:you|we)|why not|how about|what about|let us|let.s|go ahead|make sure|ensure|see to it|do not forget',
    'it would be|i was wondering|i wonder if you|(?:i|we) (?:would like|would love|would prefer|would rather|want|need|wish|prefer|would appreciate)|(?:may|can|could) (?:i|we)|give (?:me|us)|let there be|i could use|we could use|i think (?:you|we)|you had better|please',
  ),
  question: startsWith(
    'what|whats|how|who|when|where|why|which|whose|is|are|was|were|did|does|do (?:i|we|you|they|any)|has|have (?:i|we|you|they|the)|had|should (?:i|we)|shall|am i|will (?:it|the|there|he|she|they|i)|any|anything|does anyone',
  ),
  information: startsWith(
    '(?:tell|inform|update|brief) (?:me|us)|remind (?:me|us) (?:about|what|if|whether|how|who|when|where|why|which|of)|let (?:me|us) know|read|show(?! .* on (?:the )?(?:tv|telly|television|screen))|list|explain|describe|summari[sz]e|recite|recap',
    'check(?! (?:off|that the|it off|.{1,40} off))|look up|look at|look|find out|go (?:through|over)|run through|see|know|hear about|understand|ask|say (?:what|whether|if|how)|name|count|compare|translate|spell|define|calculate|convert|guess|recommend|suggest|search|google|which|give (?:me|us) (?:a|an|the|some|my) (?:summary|overview|update|list|idea|forecast|news|weather|status|report|rundown|joke|recipe)',
  ),
  reported: anyOf(
    'said|says|saying|told (?:me|us|you|him|her|them)|tells (?:me|us|you)|asked (?:me|us|you|him|her|them)|wrote|writes|claims?|claimed|according to|wanted|thinks|thought|heard|quote|unquote|apparently',
    'suppose|supposing|imagine|imagining|pretend|hypothetically|what if|what happens|would happen|for example|in theory|the (?:words?|phrase|sentence|text)|yesterday|last (?:night|week|time)|ago|used to',
  ),
  negated: anyOf(
    'not|never|no longer|no need|nobody|nothing|none|stop (?:turning|opening|closing|locking|unlocking|playing|switching)|refrain|avoid|instead of|rather than|without (?:turning|opening|touching|changing)|hands off|leave .* (?:alone|as (?:it|they) (?:is|are|was|were))',
  ),
  kept: startsWith('leave', 'keep'),
  please: anyOf('please', 'would you', 'could you', 'will you', 'can you', 'thanks', 'thank you'),
  statement: startsWith(
    `${person} (?:[^ ]+ )?(?:not|never)`,
    `${person} (?:[^ ]+ )?(?:am|is|are|was|were|has|have|had|been|looks?|feels?|seems?|smells?|sounds?|did|does|got|gets?|keeps?|left|forgot|just|already|bought|finished|completed|ran|can not|can|cannot|will|go|going|think|guess|hope|love|hate|know|see|(?!need|feed)[^ ]{2,}ed)`,
    '(?:the|my|our|his|her|their|your|this|that|these|those|a|an|some)(?: [^ ]+){1,5}? (?:is|are|was|were|has|have|had|looks?|feels?|seems?|smells?|sounds?|keeps?|went|woke|fell|needs? to know)',
    'good night|good morning|good evening|goodbye|bye|night night|time for|dinner time|bed ?time|movie time|story time|lunch time|breakfast time',
    'too (?:dark|bright|loud|cold|hot|warm)|so (?:dark|bright|loud|cold|hot|warm)|brr+|phew|dinner is|lunch is',
  ),
  shouldBe: anyOf(
    'should|shall|must|ought|needs? to be|needs?|has to|have to|had better|supposed to|wants?|could (?:do with|be|use)|(?:is|are) to be|to be',
  ),
  except: anyOf(
    'except(?: for)?',
    'but not',
    'apart from',
    'other than',
    'besides',
    'excluding',
    'all but',
    'not the',
    'not in',
  ),
  carries: [
    [
      'timer',
      /^(?:set|start|create|make|add|begin|cancel|stop|pause|resume|delete|kill|change|extend|shorten|remove|turn off|put|give me|wake me)\b.*\b(?:timers?|alarms?(?= (?:for|at|in))|countdown)\b|^wake me|^count ?down|^(?:let me know|tell me|call me|remind me|shout) in (?:\d+|half|an?) |^(?:timer|countdown)\b|\b(?:minute|hour|second)s?(?: [^ ]+)? timer\b|\bto the timer\b|\boff the timer\b/u,
    ],
    [
      'add',
      /^(?:add|append|put|write|stick|place|include|enter|jot|throw|note)\b(?=.*\b(?:lists?|shopping|groceries|to ?dos?|tasks?|chores)\b)/u,
    ],
    [
      'add',
      /^(?:buy|order|remind me to buy|we are out of|i am out of|we ran out of|i ran out of|we need|new (?:item|task|entry))\b/u,
    ],
    [
      'remember',
      /^(?:remember|note|keep in mind|bear in mind|memori[sz]e|write down|jot down|make a note|take a note|do not forget|never forget|for (?:the|your) record|save (?:that|this|the fact))\b/u,
    ],
    [
      'forget',
      /^(?:forget|erase|delete|unlearn|wipe)\b(?=.*\b(?:that|about|what|everything|my|i)\b)(?!.*\b(?:lists?|timers?|to ?dos?)\b)/u,
    ],
    [
      'remember',
      /^remind (?:me|us|him|her|them)\b(?! (?:what|if|whether|how|who|when|where|why|which|of|about)\b)/u,
    ],
    [
      'announce',
      /^(?:announce|broadcast|proclaim|call (?:everyone|everybody|the kids|the children|the family|out)|say|shout|tell (?!me\b|us\b)|let (?!me\b|us\b|there\b|the (?:light|sun|air|blinds?|curtains?|shades?)|some\b|in\b|it\b)[^ ]+(?: [^ ]+){0,2}? know|inform (?!me\b|us\b)|make an announcement|ask (?:everyone|everybody|the kids|the children|the family|anna|[^ ]+ to come)|page|send (?:a|the|this) (?:message|announcement)|pass (?:it |this |that )?on to)\b/u,
    ],
    [
      'play',
      /^(?:play|queue|listen to|hear|watch|stream|put on (?:some|the (?:song|album|record|playlist|film|movie|news|radio)|an?)|throw on|play me|find (?:some|me some))\b/u,
    ],
  ],
  asking: {
    on: anyOf(
      `${turn}${some} on(?! the list| (?:my|our) list)`,
      '[^ ]+ on(?: please| now| too| again| here| in| at| for| to)?(?: .*)?$',
      'going|running|illuminate|light up|lit|activate|enable|start(?: up)?|boot|fire up|power up|heat up|wake up|begin|launch|run|let there be light|on$',
    ),
    off: anyOf(
      '(?<!check |tick |cross |mark |strike )off(?! (?:to|of|work))',
      'kill|shut (?:down|off)|shut .* down|extinguish|deactivate|disable|douse|lights out|power down|cut|put out|unplug|out$|switch out|end|stop|turn out|dark(?:en)?|silence|nuke',
    ),
    toggle: anyOf('toggle|flip'),
    set: anyOf(
      'set|change|adjust|make|put|bring|tune|dial|give|have|get|want|need|keep|move|take|percent|degrees?|temperature|level|to \\d+|at \\d+|by \\d+|half ?way|half|third|quarter|full|maximum|minimum|max|min|\\d+',
    ),
    up: anyOf(
      '^(?!.*(?:down|lower|less|dim|dark|quiet|soft|cool|slow)).* more|up|raise|increase|higher|boost|crank|bump|faster|stronger|max|maximum|full|extra|lift',
    ),
    down: anyOf('down|lower|decrease|reduce|less|drop|slower|weaker|minimum|min|cut|bring down|ease|tone'),
    brighter: anyOf(
      'bright\\p{L}*|lighter|lighten|light up|more light|up|full|illuminate|some light|well lit|glow',
    ),
    dimmer: anyOf(
      'dim\\p{L}*|dark\\p{L}*|lower|soft\\p{L}*|less (?:bright|light)|low|gentle|down|reduce|subtle|tone|mood|cosy|cozy|romantic|subdued',
    ),
    colour: anyOf(
      'colou?r\\p{L}*|tint|shade of|hue|red|green|blue|yellow|orange|purple|pink|white|cyan|magenta|turquoise|violet|gold|golden|lime|indigo|amber|crimson|teal|lavender|warm|warmer|cool|cooler|cold|daylight|candle\\p{L}*|kelvin|pastel|rainbow|sunset|ocean|forest|festive|christmas\\p{L}*|halloween|spooky|rosy|mint|scarlet',
    ),
    open: anyOf(
      'open\\p{L}*|raise|lift|up|roll up|pull up|draw|let .*(?:light|sun|air)|crack|unroll|uncover|part|let in|let out|widen',
    ),
    close: anyOf('clos\\p{L}*|shut\\p{L}*|lower|down|draw|drop|roll down|pull down|cover|seal|secure|block'),
    lock: anyOf('lock\\p{L}*|bolt|secure|lock up|latch'),
    unlock: anyOf('unlock\\p{L}*|unbolt|unlatch|open(?= .*(?:lock|doors?)\\b)|let .* in'),
    warmer: anyOf(
      'take the chill|take the edge|warm\\p{L}*|heat(?!ing|er)\\p{L}*|hotter|hot|toast\\p{L}*|cosy|cozy|turn it up|up',
    ),
    cooler: anyOf('cool\\p{L}*|cold\\p{L}*|chill\\p{L}*|fresh\\p{L}*|air con\\p{L}*|down'),
    louder: anyOf('loud\\p{L}*|volume|up|sound|hear|crank|blast|pump'),
    quieter: anyOf('quiet\\p{L}*|volume|down|soft\\p{L}*|sound|silen\\p{L}*|lower|hush|less loud|noise'),
    mute: anyOf('shush|shh|mute\\p{L}*|silence|silent|hush|quiet|sound off|shut up|no sound'),
    unmute: anyOf('unmute\\p{L}*|sound (?:back )?on|sound back|volume back|hear'),
    play: anyOf(
      'play\\p{L}*|music|listen|watch|hear|stream|put on|queue|song|songs|album|playlist|podcast|radio|tune|tunes|audiobook|jazz|rock|classical|on',
    ),
    pause: anyOf('pause\\p{L}*|hold|wait|stop|halt|freeze|break|interrupt'),
    resume: anyOf('resume|continue|carry on|go on|keep going|unpause|play|again|back on'),
    stop: anyOf('stop\\p{L}*|halt|end|cease|cancel|abort|enough|quit|kill|finish'),
    next: anyOf(
      'next|skip|forward|another (?:song|track|(?:one|1))|different (?:song|track)|something else|change (?:the )?(?:song|track)',
    ),
    previous: anyOf(
      'previous|last (?:song|track|(?:one|1))|back|again|repeat|rewind|before|from the (?:start|beginning)|over again',
    ),
    source: anyOf('source|input|channel|hdmi|switch|change|watch|set|put|use|select|go'),
    clean: anyOf('clean\\p{L}*|vacuum\\p{L}*|hoover\\p{L}*|mop\\p{L}*|sweep|robot|dust|tidy|suck'),
    mow: anyOf('mow\\p{L}*|cut|trim|grass|lawn'),
    dock: anyOf('dock\\p{L}*|home|base|return|back|charg\\p{L}*|go home|station|recall'),
    find: anyOf('find|locate|where|beep|ring|search|lost'),
    arm: anyOf('arm\\p{L}*|alarm|secure|security|protect|guard|activate|lock up|set the alarm'),
    disarm: anyOf(
      'disarm\\p{L}*|(?:turn|switch)(?: [^ ]+){0,3}? off(?=.*alarm)|alarm off|alarm(?: [^ ]+){0,2}? off|deactivate|disable',
    ),
    run: anyOf(
      'run|start|activate|trigger|execute|launch|begin|do|set|turn on|switch on|play|scene|script|routine|mode|time for|time|go|use|enable|make|brew|kick off|put on|on',
    ),
    press: anyOf('press|push|hit|tap|ring|trigger|activate|run|sound|click|buzz'),
    add: anyOf('add|append|put|need|buy|get|order|write|include|out of|running low|ran out|stick|jot'),
    complete: anyOf(
      'complete\\p{L}*|done|finish\\p{L}*|check|tick|cross|mark|bought|got|did|have|picked up|off',
    ),
    remove: anyOf(
      'scrap|ditch|lose|bin|remove|delete|take|drop|clear|erase|cross|strike|off|scratch|get rid|cancel|empty|wipe|no longer need',
    ),
    mode: anyOf(
      'mode|preset|eco|energy|economy|sav\\p{L}*|sleep|away|boost|auto\\p{L}*|set|change|switch|turn|put|swing|oscillat\\p{L}*|rotat\\p{L}*|speed|quiet|night|turbo|fan',
    ),
    air: anyOf('air|ventilat\\p{L}*|fan|breeze|dehumidif\\p{L}*|humid\\p{L}*|moist\\p{L}*|dry|drier|dryer'),
    again: anyOf(
      'undo|revert|back|again|restore|as (?:it|they) (?:was|were)|previous|before|repeat|reverse|same|change it',
    ),
    timer: anyOf(
      'timers?|count ?down|(?:\\d+|half an|an?|a few|a couple of)(?: and a half)? (?:minutes?|hours?|seconds?|mins?|secs?)|alarm (?:for|at)|wake me',
    ),
    announce: anyOf('announce\\p{L}*|broadcast\\p{L}*|everyone|everybody|intercom|page'),
    remember: anyOf('remember|note|memori[sz]e|keep in mind|bear in mind|remind'),
    forget: anyOf('forget|erase|delete|unlearn|wipe'),
  },
  occasions: {
    cold: anyOf(
      `(?:i|we|he|she|they|it|room|house|kids?|baby|feet|hands|place|bedroom|office|kitchen|here|everyone)(?: [^ ]+){0,4}? ${be}${very} (?:cold|freezing|chilly|frozen|nippy|shivering|cool|icy|frosty|arctic)`,
      `(?:i am|we are|it is|too|so|bit|really|very|absolutely)${very} (?:cold|freezing|chilly|frozen|nippy|shivering|icy)|freezing|shivering|brr+|feeling the cold|cold (?:in )?here|my (?:hands|feet|toes) are`,
    ),
    hot: anyOf(
      `${be}${very} (?:hot|warm|boiling|sweating|roasting|sweltering|baking|melting|sweaty)`,
      `(?:too|so|bit|really|very)${very} (?:hot|warm)|boiling|sweating|roasting|sweltering|melting|like an oven|a sauna`,
    ),
    dark: anyOf(
      `(?:too|so|bit|very|pretty|really|getting|is|are|pitch)${very} (?:dark|dim|gloomy|black)|(?:can not|cannot) (?:really )?see|gloomy|dark (?:in )?here|no light|need(?: some| more| a bit of)? light`,
    ),
    bright: anyOf(
      `(?:too|so|bit|very|really|far|way)${very} (?:bright|light|glary)|blinding|blinds me|dazzling|glare|hurts? my eyes|sun is in my|sun in my`,
    ),
    loud: anyOf(
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
      'good ?night|night night|sweet dreams|going to (?:bed|sleep)|go to (?:bed|sleep)|off to (?:bed|sleep)|bed ?time|heading (?:to|up to|for) bed|time for bed|turning in|hitting the (?:hay|sack)|in bed|asleep|sleeping|sleep|calling it a (?:day|night)',
    ),
    morning: anyOf(
      'good morning|woke up|waking up|just up|i am up|we are up|am awake|are awake|getting up|got up|wakey|rise and shine|morning',
    ),
    leaving: anyOf(
      '(?:i|we|everyone|everybody)(?: [^ ]+){0,2}? (?:leaving|heading (?:out|off)|going (?:out|away|to work|on holiday|on vacation|shopping)|off (?:to|now|on)|out now|on (?:my|our) way out)|goodbye|bye|see you(?: later| soon)?|leaving(?: the house| now| home)?|nobody (?:is|will be) home|no (?:one|1) (?:is|will be) home|out of the house|house is empty|going on (?:holiday|vacation)|away for|leave the house',
    ),
    arriving: anyOf(
      '(?:i|we)(?: [^ ]+){0,2}? (?:home|back|here|arrived)|just got (?:home|back|in)|got home|coming home|welcome|guests? (?:are|is)|visitors?|company(?: is)? coming|honey',
    ),
    film: anyOf('movies?|films?|cinema|netflix|series|show|tv time|match|game is on|football|popcorn|watch'),
    meal: anyOf('dinner|lunch|breakfast|supper|eating|eat|meal|food is|cook\\p{L}*|brunch|tea time|teatime'),
    reading: anyOf(
      'reading|read|study\\p{L}*|working|work|homework|concentrate|focus|knit\\p{L}*|sew\\p{L}*|draw\\p{L}*|puzzle|cook\\p{L}*|see better',
    ),
    mood: anyOf(
      'cosy|cozy|romantic|relax\\p{L}*|calm\\p{L}*|chill\\p{L}*|ambien\\p{L}*|atmosphere|mood|date night|candle\\p{L}*|unwind|snug|hygge|peaceful|meditat\\p{L}*|yoga|sooth\\p{L}*|comfy|comfortable|nice (?:and|in) ',
    ),
    party: anyOf('party|dance|dancing|celebrat\\p{L}*|birthday|disco|festive|christmas|halloween|karaoke'),
    dirty: anyOf(
      'dirty|filthy|messy|crumbs|dusty|spilled|spilt|dust|a mess|cat hair|dog hair|muddy|sticky|hairs?|pigsty|mud',
    ),
    grass: anyOf('(?:grass|lawn)(?: [^ ]+){0,3}? (?:long|high|tall|jungle|overgrown|mowing|wild)|jungle'),
    lacking: anyOf(
      'out of (?!hand|here|the|my|bed|order|sight|control|reach|office|place)|ran out|run out|running (?:low|out)|no (?:more )?[^ ]+ left|need(?: some| more| to (?:buy|get))?|low on|finished the|used up|empty|(?:used|ate|drank|finished) (?:up )?(?:the|all|our)',
    ),
    done: anyOf(
      '(?:i|we|she|he|they|anna|somebody|someone)(?: have| has| just| already)* (?:bought|got|did|done|finished|completed|picked up|watered|called|cleaned|paid|fixed|fed)|(?:is|are|that|those|this|it)(?: 1)?(?: is| are)? (?:done|finished|bought|fixed|paid)|done (?:that|it|with)',
    ),
    'left-on': anyOf(
      '(?:left|forgot|forgotten|still|think|leave|leaving)(?: [^ ]+){0,6}? on|still on(?! the| a| my| our)|(?:is|are) (?:still |all )?on(?! the| a| my| our)|(?:forgot|forgotten) to (?:turn|switch)(?: [^ ]+){0,5}? off|nobody(?: [^ ]+){0,3}? in|no one(?: [^ ]+){0,3}? in|wasting',
    ),
    'left-open': anyOf(
      '(?:left|forgot|forgotten|still)(?: [^ ]+){0,6}? open|still open|is open|are open|(?:forgot|forgotten) to (?:close|shut|lock)|unlocked',
    ),
    private: anyOf(
      'privacy|neighbou?rs?|look in|looking in|see in|staring|naked|undress\\p{L}*|getting (?:changed|dressed)|shower\\p{L}*|peeping',
    ),
    wet: anyOf('rain\\p{L}*|storm\\p{L}*|windy|hail\\p{L}*|snow\\p{L}*|pouring|thunder\\p{L}*'),
  },
  nouns: {
    light: anyOf(
      'lights?|lamps?|lighting|bulbs?|illumination|spotlights?|chandelier|sconces?|lanterns?|leds?|light.s|lamp.s|fairy lights|downlights?|uplighter|light',
    ),
    switch: anyOf(
      '(?<!^)switch(?! (?:on|off|over|to|it|the|that|them|my|all|every|back))|switches|plugs?|outlets?|sockets?',
    ),
    fan: anyOf('fans?|ventilators?|ventilation|extractor'),
    climate: anyOf(
      'thermostats?|heating|heaters?|heat|radiators?|air con\\p{L}*|ac|a c|aircon|hvac|climate|temperature|furnace|heat pump|central heating|degrees?',
    ),
    lock: anyOf('locks?|door locks?|deadbolts?'),
    door: anyOf('doors?'),
    garage_door: anyOf('garage doors?|garage'),
    gate: anyOf('gates?'),
    window: anyOf('windows?'),
    blind: anyOf('blinds?|window (?:covers?|coverings?)'),
    shade: anyOf('shades?'),
    shutter: anyOf('shutters?'),
    curtain: anyOf('curtains?|drapes?|drapery'),
    awning: anyOf('awnings?|sunshade|canopy'),
    cover: anyOf('covers?|blinds|shutters|shades'),
    media: anyOf(
      'tvs?|t v|television|telly|speakers?|radio|stereo|media players?|music|songs?|tracks?|album|playlist|podcasts?|sound system|soundbar|player|volume|audio|film|movie|audiobook|tunes?|screen|video|news|channel|jazz|rock|classical|playing|sound',
    ),
    vacuum: anyOf(
      'vacuums?|vacuum cleaner|robot|hoover|roomba|cleaner|floors?|carpets?|rugs?|crumbs|dust|dust bunny',
    ),
    mower: anyOf('mowers?|lawn ?mowers?|lawn|grass'),
    valve: anyOf('valves?|water(?: supply| main)?'),
    sprinkler: anyOf('sprinklers?|irrigation|watering|water the (?:garden|lawn|plants|flowers|grass)'),
    humidifier: anyOf('humidifiers?|dehumidifiers?|humidity|moisture|air'),
    water_heater: anyOf('water heater|boiler|hot water'),
    alarm: anyOf('alarms?|security|alarm system|security system'),
    list: anyOf('lists?|shopping|groceries|to ?dos?|tasks?|chores|to do'),
  },
  hints: {
    light: anyOf(
      'dim\\p{L}*|bright\\p{L}*|dark\\p{L}*|light\\p{L}*|illuminat\\p{L}*|colou?r\\p{L}*|red|green|blue|yellow|orange|purple|pink|white|candle\\p{L}*',
    ),
    climate: anyOf(
      'warm\\p{L}*|heat\\p{L}*|hot\\p{L}*|cool\\p{L}*|cold\\p{L}*|chill\\p{L}*|degrees?|temperature|freezing|toasty|cosier|cozier',
    ),
    media: anyOf(
      'loud\\p{L}*|quiet\\p{L}*|volume|play\\p{L}*|paus\\p{L}*|mut\\p{L}*|unmute|skip\\p{L}*|next|previous|resume|listen\\p{L}*|watch\\p{L}*|sound|noise|silence|hush|shuffle',
    ),
    vacuum: anyOf('clean\\p{L}*|vacuum\\p{L}*|hoover\\p{L}*|mop\\p{L}*|sweep\\p{L}*|dock|base|dirty|crumbs'),
    mower: anyOf('mow\\p{L}*|grass|lawn|dock|base'),
    lock: anyOf('lock\\p{L}*|unlock\\p{L}*|bolt'),
    alarm: anyOf('arm|armed|arming|disarm\\p{L}*|secure'),
    list: anyOf('buy|add|bought|out of|need|cross|tick|check off'),
    humidifier: anyOf('humid\\p{L}*|damp|dry|drier|moist\\p{L}*'),
    fan: anyOf('air|breeze|ventilat\\p{L}*|stuffy|stale|smell\\p{L}*'),
    blind: anyOf('privacy|sun|sunshine|glare|daylight'),
    sprinkler: anyOf('water\\p{L}*'),
  },
  plainly: {
    open: anyOf('open\\p{L}*|raise|lift|roll up|up|get|let .* (?:in|through)'),
    unlock: anyOf(
      'unlock\\p{L}*|unbolt|unlatch|open\\p{L}*|let .* in|get (?:the|my|our) [^ ]+ ?door|get the door',
    ),
    disarm: anyOf('disarm\\p{L}*|deactivat\\p{L}*|disabl\\p{L}*|off|(?:take|stand|bring) .*down|stand down'),
  },
  more: whole(
    '(?:(?:a|an|the|much|even|still|some|(?:one|1)|way|lot|bit|little|touch|tad|notch|just|no|hmm?|hm|too|little|make it|that was|not|ok|okay|now|and|please) )*(?:more|less|further|again|higher|lower|brighter|darker|dimmer|louder|quieter|softer|warmer|cooler|colder|hotter|faster|slower|stronger|weaker|up|down|back|enough|half|full)(?: (?:more|again|please|than that|still|again|now|a bit|a little|up|down|way|yet))*',
  ),
  other: anyOf('other|another|wrong|different|else'),
  doIt: anyOf(
    'do (?:it|that|so|this)|sort (?:it|that|this)|fix (?:it|that|this)|take care of (?:it|that|this)|see to (?:it|that)|please do|deal with (?:it|that|this)|go ahead|handle (?:it|that)',
  ),
  offer: startsWith(
    '(?:so )?(?:shall|should|may|can|could) (?:i|we)|(?:do|would) you (?:want|like)(?: me| us)?(?: to)?|want me to|is it (?:ok|okay|all right) (?:if i|to)',
  ),
  everything: anyOf(
    'everything|every ?thing|all (?:the )?(?:devices|electronics|gadgets|appliances|stuff)|all of it|the (?:whole|entire) (?:house|home|place|flat|room)|the lot|all of them|every device|anything|whatever',
  ),
  all: anyOf(
    'all|every|each|both|everywhere|any|everything|(?:whole|entire|all over the|around the|throughout the|in the|across the) (?:house|home|place|flat|apartment)|house|home|every room|remaining|other|others|rest',
  ),
  here: anyOf('here|in here|this (?:room|place|area)|the room|my room|where i am'),
  pronoun: anyOf(
    'it|them|they|that|those|these|this|ones|(?:other|this|that|first|second|third|last|the|which) 1|both|him|her|same|there|he|she|first|second|third|last|other|all of them',
  ),
  same: anyOf(
    'same|too|as well|also|again|likewise|ditto|and|do it|do that|go (?:for it|ahead)|other|instead|what about|how about|either',
  ),
  yes: whole(
    '(?:(?:yes|yeah|yep|yup|sure|ok|okay|alright|please|do it|do that|do so|do|go ahead|go for it|of course|certainly|absolutely|definitely|sounds good|that would be (?:nice|great|good|lovely)|fine|great|perfect|exactly|right|correct|indeed|why not|i would|thank you|thanks|that (?:one|1)|good|lovely|let us|yes i do|i do|affirmative|make it so|please do|you can|you may|both|all of them) ?)+',
  ),
  empty: wordSet(
    'the a an my our your his her their this that these those some any in on at of to for from with by and or is are it me us you i we',
    'home house main new old smart big small left right upper lower (?:one|1) two three first second all every room area zone group device entity please now',
  ),
};
