/** English words that ask for something. */
import { englishOccasions } from './en-occasions.ts';
import { englishThings } from './en-things.ts';
import { anyOf, type Lexicon, startsWith, whole, wordSet } from './lexicon.ts';

const turn = '(?:turn|switch|put|power|flip|get|have|pop|stick|bring|want|need|keep|turned|switched|leave)';
const some = '(?: [^ ]+){0,7}?';
const person =
  '(?:i|we|he|she|they|you|it|that|this|there|these|those|somebody|someone|everyone|everybody|nobody)';

export const english = (): Lexicon => ({
  occasions: englishOccasions,
  ...englishThings,
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
  consequence: whole(
    'so (?!(?:much|many) )(?:[^ ]+ ){1,4}(?:on|off|up|down|open|shut|closed)(?: (?:please|now|again))*',
  ),
  together: anyOf(
    '(?:un)?till? then',
    'so you (?:know|are aware)',
    'and (?:on|off|down|up) again',
    'off and on',
    'on and off',
  ),
  conditions: startsWith(
    'if(?! (?:you|we) (?:can|could|would|may|might)| (?:it is )?possible| so| yes| not| no| yeah)|unless|whenever|when(?! (?:does|do|did|is|are|was|were|will|would|can|could|should|has|have|am|shall) )|in case|as soon as|once (?:i|we|it|the|he|she|they|everyone)|before (?:i|we|it|the|he|she|they)|after (?:i|we|it|the|he|she|they)|until',
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
    'next|previous|louder|quieter|bolt|fetch|grab|chuck|bung|pop|freeze|rewind|spin|slide|water|brew|ease|bump|boost|crack|knock|nudge|tone|warm|stick|shove|write|jot|hold|halt|hush|shush|carry|go|keep|rise|drag|fire|boot|tip|roll|park|dock|charge|unpause|restart|replay|repeat|sort|get rid|hit|tap',
    'begin|pull|light|power|adjust|throw|wake|summarise|summarize|explain|describe|list|name|count(?! ?down)|compare|ask|call|text|email|mail|message',
  ),
  lead: startsWith(
    '(?:can|could|would|will|might|may)(?= (?:the|my|our|that|this|these|those|it|he|she|they|somebody|anybody) )|please|kindly|hey|hi(?! ?fi(?!\\p{L}))|hello|ok|okay|so|well|now|right|just|maybe|perhaps|also|and|then|but|or|plus|yes|yeah|yep|sure|actually|hearken|assistant',
    'to(?= (?:know|hear|see|learn|understand|find|check|read|have|turn|switch|get|put|open|close|shut|lock|unlock|set|dim|play|listen|watch|start|stop|add)(?!\\p{L}))|first|next(?! (?:1|(?:song|track|tune|episode|chapter|station|channel)s?|please|up)(?!\\p{L})|$)|afterwards|after that|finally|quickly|oh|alright|good|great|thanks|thank you|sorry|dear|everybody|because|since|like i said|as i said',
    '(?:can|could|would|will|might) (?:you|we|i(?! (?:leave|keep|use|run|open|close|shut|turn|switch|lock|unlock|start|stop|arm|disarm|trust)(?!\\p{L}))|someone|somebody)(?: (?:please|maybe|just|possibly|kindly|all|also|quickly|perhaps))*(?: help (?:me|us))?(?: (?:to|go and|go ahead and|try to))?',
    '(?:do|would) you mind(?: to)?|why do(?:n.t| not) (?:you|we)|why not|how about|what about|is it possible to|is there (?:any|a) way to|any chance (?:you|we) (?:can|could)',
    '(?:i|we) would (?:kill|die|give anything) for|(?:i am|we are) (?:dying|gasping|desperate|longing|craving|in need|in the mood|ready|up) (?:for|of)|(?:i|we)(?: really| just)? (?:fancy|crave|feel like|could murder|could do with|would not mind|would not say no to|want|would like)|fancy(?= (?:an?|some)\\b)|in the mood for|time we had',
    'we (?:can|could|should|may|might as well)(?: all)?(?: now)?(?= (?:turn|switch|shut|close|lock|stop|pause|start|dim|lower|put|have|get)\\b)|(?:hey |listen |look )?(?:mate|love|darling|buddy|dear|honey|sweetie|folks|guys)|by the way|anyway|listen|hang on|hold on|one more thing|(?:1|one) more thing|when you (?:can|get a chance|have a moment)|if it is not too much trouble|for me|yes please|no thanks|all right|got it',
    'let us|let.s|go ahead and|go and|feel free to|do not forget to|make sure(?: that)?|ensure(?: that)?|see to it(?: that)?|be so kind (?:as to|and)|be a dear and',
    '(?:it would be|i would be) (?:nice|great|lovely|good|helpful|awesome|appreciated|grateful|fantastic|wonderful|brilliant|better|much appreciated) if(?: (?:you|we))?(?: (?:could|would|can))?|i was wondering (?:if|whether) you (?:can|could|would)|i wonder if you (?:can|could)',
    'if (?:you|we) (?:can|could|would|may|might)(?: please)?|if (?:it is )?possible|if (?:so|yes|yeah|not|no)(?: then)?|if you do not mind|(?:it is )?time to|you (?:can|may|should|could|might as well)|try to|while you are at it|in that case|there(?! is| are)',
    '(?:i|we) (?:would like|would love|would prefer|would rather have|want|need|wish|would appreciate)(?: it if)?(?: you)?(?: could| would)?(?: to)?(?: have)?',
    '(?:may|can|could) (?:i|we) (?:please )?(?:have|get|ask you to|see)|give (?:me|us)|let there be|let me have|get me|i could use|we could use|i think (?:you|we) (?:should|could)|you had better|better',
  ),
  demanding: startsWith(
    '(?:can|could|would|will|might|may) (?:the|my|our|that|this|these|those|it|he|she|they|somebody|anybody)|(?:can|could|would|will|might) (?:you|we)|(?:do|would) you mind|why do(?:n.t| not) (?:you|we)|why not|how about|what about|let us|let.s|go ahead|make sure|ensure|see to it|do not forget',
    '(?:i|we) would (?:kill|die|give anything) for|(?:i am|we are) (?:dying|gasping|desperate|longing|craving|in need|in the mood|ready|up) (?:for|of)|(?:i|we)(?: really| just)? (?:fancy|crave|feel like|could murder|could do with|would not mind|would not say no to)|fancy(?= (?:an?|some)\\b)|in the mood for|we (?:can|could|should|may|might as well)(?: all)?(?: now)? (?:turn|switch|shut|close|lock|stop|pause|start|dim|lower|put|have|get)',
    'it would be|i was wondering|i wonder if you|(?:i|we) (?:would like|would love|would prefer|would rather|want|need|wish|would appreciate)|(?:may|can|could) (?:i|we)|give (?:me|us)|let there be|i could use|we could use|i think (?:you|we)|you had better|please',
  ),
  question: startsWith(
    '(?:can|could|may|might) i|(?:at|in|on|for|from|to|by|with|of|until|since|under|about) (?:what|which|whom|whose|how)|what|whats|how|who|when|where|why|which|whose|is|are|was|were|did|does|do (?:i|we|you|they|any)|has|have (?:i|we|you|they)|have the (?=.* (?:been|gone|got|come|left|open|closed|\\p{L}{2,}ed)(?!\\p{L}))|had|should (?:i|we)|shall|am i|will (?:it|the|there|he|she|they|i)|any|anything|does anyone',
  ),
  information: startsWith(
    '(?:tell|inform|update|brief) (?:me|us)|remind (?:me|us) (?:about|what|if|whether|how|who|when|where|why|which|of)|let (?:me|us) know|read|show(?! .* on (?:the )?(?:tv|telly|television|screen))|list|explain|describe|summari[sz]e|recite|recap',
    'check(?! (?:off|that the|it off|.{1,40} off))|look up|look at|look|find out|go (?:through|over)|run through|see|know|(?:hear|learn|find out) (?:about|why|how|what|if|whether|who|when|where)|understand|ask|say (?:what|whether|if|how)|name|count|compare|translate|spell|define|calculate|convert|guess|recommend|suggest|search|google|which|give (?:me|us) (?:a|an|the|some|my) (?:summary|overview|update|list|idea|forecast|news|weather|status|report|rundown|joke|recipe)',
  ),
  curious: anyOf(
    '(?:wants?|wanted|would like|would love|needs?|trying|likes?|is dying|am dying) to (?:know|understand|learn|find out|hear|read|see (?:if|whether|what|how|why|who|when))|wonders?|wondering (?:if|whether|what|how|why|who|when|where)(?! you (?:can|could|would))|(?:is|are|keeps?) asking|asks? (?:me|us|himself|herself)|curious (?:about|if|whether|what|how|why|who)',
  ),
  reported: anyOf(
    'they say|people say|you say|some say|i hear|said|says|saying|told (?:me|us|you|him|her|them)|tells (?:me|us|you)|asked (?:me|us|you|him|her|them)|wrote|writes|claims?|claimed|according to|wanted|thinks|thought|heard|quote|unquote|apparently',
    '(?<!^(?:i|we) )(?<!^(?:i|we) [^ ]+ )(?:wants?|likes?|loves?|tries|plans?|hopes?|prefers?|intends?|tends?|knows? how) to (?:just |also |always )?(?:turn|switch|open|unlock|close|shut|lock|set|dim|start|stop|arm|disarm|raise|lower|mute|pause|play|activate|run|press)|refuses? to|used to|i bet|(?:from|with) (?:the|my|his|her|a|an|your|their) (?:phone|app|computer|tablet|browser|laptop)|remotely|manually|by (?:itself|hand)|skip the (?:small talk|details?|intro\\p{L}*|chatter|pleasantries)|lock in',
    'suppose|supposing|imagine|imagining|pretend|hypothetically|what if|what happens|would happen|for example|in theory|the (?:words?|phrase|sentence|text)|yesterday|last (?:night|week|time)|ago|used to',
  ),
  negated: anyOf(
    'not(?! too)|never|no longer|no need|nobody|nothing|none|stop (?:turning|opening|closing|locking|unlocking|playing|switching|telling|asking|reminding|nagging|suggesting|saying|trying)|refrain|avoid|instead of|rather than|without (?:turning|opening|touching|changing)|hands off|leave .* (?:alone|as (?:it|they) (?:is|are|was|were))',
  ),
  needless: startsWith(
    '(?:there is )?no (?:need|point|sense|use|reason)(?: (?:to|for|in|of))?(?! (?:turn|put|switch|open|unlock|raise|crank|bump|start|play|disarm|lock|set)(?!\\p{L}))(?! (?:[^ ]+ ){0,4}?(?:off|close|closing|shut\\p{L}*|stop\\p{L}*|lower\\p{L}*|down|lock\\p{L}*|arm\\p{L}*)\\b)|(?:we|i|you|they) (?:do not|no longer) need(?! to (?:[^ ]+ ){0,4}?(?:off|close|shut|stop|lower|down|lock|arm)\\b)',
  ),
  kept: startsWith('leave', 'keep'),
  please: anyOf('please', 'would you', 'could you', 'will you', 'can you', 'thanks', 'thank you'),
  statement: startsWith(
    `${person} (?:[^ ]+ )?(?:not|never)`,
    `${person} (?:[^ ]+ )?(?:am|is|are|was|were|has|have|had|been|looks?|feels?|seems?|smells?|sounds?|did|does|got|gets?|keeps?|left|forgot|just|already|bought|finished|completed|ran|can not|can|cannot|will|go|going|think|guess|hope|likes?|prefers?|love|hate|know|see|(?!need|feed)[^ ]{2,}ed|slept|woke|ate|drank|felt|kept|made|took|came|went|saw|heard|lost|broke|spent|wrote|fell|caught|paid|sat|stood|spoke|thought|dreamt|meant|met|ran|sent|bought|brought|knew|grew|told)`,
    '(?:the|my|our|his|her|their|your|this|that|these|those|a|an|some)(?: [^ ]+){1,5}? (?:is|are|was|were|has|have|had|looks?|feels?|seems?|smells?|sounds?|keeps?|went|woke|fell|needs? to know)',
    '(?!there)[^ ]+ (?:is|are|was|were|has)(?! to )',
    'good night|good morning|good evening|goodbye|bye|night night|time for|dinner time|bed ?time|movie time|story time|lunch time|breakfast time',
    'too (?:dark|bright|loud|cold|hot|warm)|so (?:dark|bright|loud|cold|hot|warm)|brr+|phew|dinner is|lunch is',
  ),
  shouldBe: anyOf(
    'can (?:now )?(?:go|stop|rest|come|have|be|start|stay|take)|may (?:go|stop|come|be)|should|shall|must|ought|needs? to be|needs?|has to|have to|had better|supposed to|wants?|could (?:do with|be|use)|(?:is|are) to be|to be',
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
      /^(?:set|start|create|make|add|begin|cancel|stop|pause|resume|delete|kill|change|extend|shorten|remove|turn off|put|give me|wake me)\b.*\b(?:timers?|alarms?(?= (?:for|at|in))|countdown)\b|^wake me|^count ?down|^(?:remind|tell|call|ping|warn|alert|nudge|buzz|wake|let|poke|shout at|give) (?:me|us)\b.* in (?:\d+|half|an?)(?: [^ ]+){0,3}? (?:seconds?|minutes?|hours?|hour|mins?|secs?)\b|^(?:let me know|tell me|call me|remind me|shout) in (?:\d+|half|an?) |^(?:timer|countdown)\b|\b(?:minute|hour|second)s?(?: [^ ]+)? timer\b|\bto the timer\b|\boff the timer\b/u,
    ],
    [
      'add',
      /^(?:add|append|put|write|stick|place|include|enter|jot|throw|note|pop|chuck|bung|scribble|get(?! [^ ]+ to(?!\p{L})| the (?:vacuum|robot|hoover|mower))|shove|whack|log)\b(?=.*\b(?:lists?|shopping|groceries|to ?dos?|tasks?|chores|shops?|supermarket|store|market|grocer\p{L}*)\b)/u,
    ],
    [
      'add',
      /^(?:buy|order|remind me to buy|we are out of|i am out of|we ran out of|i ran out of|we need|new (?:item|task|entry))\b/u,
    ],
    [
      'remember',
      /^(?:remember|note|keep in mind|bear in mind|memori[sz]e|write down|jot down|make an? (?:mental )?note|take a note|know that|you know$|just so you know|for your information|i want you to know|let it be known|record that|store that|keep a note|do not forget|never forget|for (?:the|your) record|save (?:that|this|the fact))\b/u,
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
      /^(?:announce|broadcast|proclaim|call (?:everyone|everybody|the kids|the children|the family|out)|say|shout|tell (?!me\b|us\b|the (?:vacuum|robot|hoover|roomba|mower|heating|lights?|tv|telly|speaker|fan)\b)|let (?!me\b|us\b|there\b|the (?:light|sun|air|blinds?|curtains?|shades?)|some\b|in\b|it\b)[^ ]+(?: [^ ]+){0,2}? know|inform (?!me\b|us\b)|make an announcement|ask (?:everyone|everybody|the kids|the children|the family|anna|[^ ]+ to come)|ask (?!me\b|us\b|you\b|yourself\b|it\b|google|alexa|siri|wikipedia|the (?:internet|web|assistant|ai|model|server|api|weather|forecast|calendar|diary|schedule|agenda|lists?|radio|tv|telly|news|app|phone|computer|system|device|sensor|thermostat|vacuum|robot)\b)(?:the [^ ]+|[^ ]+)(?: [^ ]+){0,2}? (?:to|if|whether|who|what|when|where|how)|ask (?:the [^ ]+|every(?:one|body)|the (?:kids|children|others)|(?:the )?(?:people|others|kids) [^ ]+(?: the)? [^ ]+)$|call (?:all|them|him|her|the [^ ]+)(?: [^ ]+)? (?:to|in|down|up|for)|yell|page|send (?:a|the|this) (?:message|announcement)|pass (?:it |this |that )?on to)\b/u,
    ],
    [
      'play',
      /^(?:play|queue|listen to|hear(?! (?:about|why|how|what|if|whether|who|when|where|from))|watch|stream|put on (?:some|the (?:song|album|record|playlist|film|movie|news|radio|football|match|game|show|series|cricket|rugby|tennis|race|cartoons)|an?)|throw on|play me|find (?:some|me some))\b/u,
    ],
    [
      'play',
      /^(?:stick|pop|bung|chuck|whack|throw|get|put|have) (?:some|a bit of)\b(?!.*\b(?:lights?|lamps?|heat\w*|water|air|fans?)\b).+ on$/u,
    ],
    [
      'errand',
      /^(?:find|look for|search for|hunt down|order|book|reserve|write|compose|draft|(?:text|email|mail|message|phone|dial|post|tweet)(?! (?:call|is|has|was|rang))|publish|pay|recommend|suggest|invent|sing|hum|recite|quote|(?:draw|paint|sketch)(?= (?:an?|me|us)\b)|sell|repair(?= the [^ ]+ (?:for|with))|proofread|rephrase|paraphrase|translate|spell|calculate|convert|guess|estimate|rate|review|compare|discuss|chat|talk|quiz|teach|learn|google|investigate|research)\b(?! (?:up|down|off)$)/u,
    ],
  ],
  asking: {
    on: anyOf(
      `${turn}${some} on(?! the list| (?:my|our) list)`,
      '[^ ]+ on(?: please| now| too| again| here| in| at| for| to)?(?: .*)?$',
      'going|running|ready|brew\\p{L}*|warm\\p{L}* up|get .* (?:working|heating)|^light (?:the|my|our|up)|some life|illuminate|light up|lit|activate|enable|start(?: up)?|boot|fire up|power up|heat up|wake up|begin|launch|run|let there be light|on$',
    ),
    off: anyOf(
      '(?<!check |tick |cross |mark |strike )off(?! (?:to|of|work))',
      'can (?:go|rest|stop)|(?:done|finished) with|lose|knock (?:it|that|this) (?:off|on the head)|kill|shut (?:down|off)|shut .* down|extinguish|deactivate|disable|douse|lights out|power down|cut|put out|unplug|out$|switch out|end|stop|turn out|dark(?:en)?|silence|nuke',
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
      'bright\\p{L}*|boost|stronger|maxim\\p{L}*|liven|lighter|lighten|light up|more light|up|full|illuminate|some light|well lit|glow',
    ),
    dimmer: anyOf(
      'dim\\p{L}*|dark\\p{L}*|eas(?:e|ing)|harsh|faint\\p{L}*|weak\\p{L}*|glimmer|glow|tiny|little light|night ?light|lower|soft\\p{L}*|less (?:bright|light)|low|gentle|down|reduce|subtle|tone|mood|cosy|cozy|romantic|subdued',
    ),
    colour: anyOf(
      'colou?r\\p{L}*|tint|shade of|hue|(?:red|green|blue|yellow|orange|purple|pink|white|gold)(?:dish|ish|y)?|cyan|magenta|turquoise|violet|gold|golden|lime|indigo|amber|crimson|teal|lavender|warm|warmer|cool|cooler|cold|daylight|candle\\p{L}*|kelvin|pastel|rainbow|sunset|ocean|forest|festive|christmas\\p{L}*|halloween|spooky|rosy|mint|scarlet',
    ),
    open: anyOf(
      'extend|unfurl|(?:awning|canopy|sunshade) out|(?:wind|roll|put)(?: [^ ]+){0,3} out|open\\p{L}*|raise|lift|up|roll up|pull up|draw|let .*(?:light|sun|air)|crack|unroll|uncover|part|let in|let out|widen',
    ),
    close: anyOf(
      'retract|(?:bring|wind|roll|pull|take|get)(?: [^ ]+){0,3} in|pull|clos\\p{L}*|shut\\p{L}*|lower|down|draw|drop|roll down|pull down|cover|seal|secure|block',
    ),
    lock: anyOf('lock(?! in(?!\\p{L}))\\p{L}*|bolt|secure|lock up|latch'),
    unlock: anyOf('unlock\\p{L}*|unbolt|unlatch|open(?= .*(?:lock|doors?)\\b)|let .* in'),
    warmer: anyOf(
      'take the chill|take the edge|warm\\p{L}*|heat(?!ing|er)\\p{L}*|hotter|hot|toast\\p{L}*|cosy|cozy|turn it up|up',
    ),
    cooler: anyOf('cool\\p{L}*|cold\\p{L}*|chill\\p{L}*|fresh\\p{L}*|air con\\p{L}*|down'),
    louder: anyOf('loud\\p{L}*|volume|bump|boost|more|up|sound|hear|crank|blast|pump'),
    quieter: anyOf('quiet\\p{L}*|volume|down|soft\\p{L}*|sound|silen\\p{L}*|lower|hush|less loud|noise'),
    mute: anyOf('shush|shh|mute\\p{L}*|silence|silent|hush|quiet|sound off|shut up|no sound'),
    unmute: anyOf('unmute\\p{L}*|sound (?:back )?on|sound back|volume back|hear'),
    play: anyOf(
      'play\\p{L}*|music|listen|watch|hear|stream|put on|queue|song|songs|album|playlist|podcast|radio|tune|tunes|audiobook|jazz|rock|classical|on',
    ),
    pause: anyOf('stand still|(?:1|one) moment|pause\\p{L}*|hold|wait|stop|halt|freeze|break|interrupt'),
    resume: anyOf('resume|continue|carry on|go on|keep going|unpause|play|again|back on'),
    stop: anyOf('stop\\p{L}*|halt|end|cease|cancel|abort|enough|quit|kill|finish'),
    next: anyOf(
      'next|skip|forward|another (?:song|track|(?:one|1))|different (?:song|track)|something else|change (?:the )?(?:song|track)',
    ),
    previous: anyOf(
      'previous|last (?:song|track|(?:one|1))|back|again|repeat|rewind|before|from the (?:start|beginning)|over again',
    ),
    source: anyOf('source|input|channel|hdmi|switch|change|watch|set|put|use|select|go'),
    clean: anyOf(
      'do(?: [^ ]+)? (?:floors?|carpets?|rugs?|rooms?)|clean\\p{L}*|vacuum\\p{L}*|hoover\\p{L}*|mop\\p{L}*|sweep|robot|dust|tidy|suck',
    ),
    mow: anyOf('mow\\p{L}*|cut|trim|grass|lawn'),
    dock: anyOf('dock\\p{L}*|home|base|return|back|charg\\p{L}*|go home|station|recall'),
    find: anyOf(
      'say something|make (?:an?|some|any) (?:noise|sound)|whistle|chirp|sing|find|locate|where|beep|ring|search|lost',
    ),
    arm: anyOf(
      'set (?:it|that)|(?<!(?:my|your|his|her|our|an|left|right|broken|one|1) )(?:arm|armed|arming)|alarm|secure|security|protect|guard|activate|lock up|set the alarm',
    ),
    disarm: anyOf(
      'disarm\\p{L}*|(?:turn|switch)(?: [^ ]+){0,3}? off(?=.*alarm)|alarm off|alarm(?: [^ ]+){0,2}? off|deactivate|disable',
    ),
    run: anyOf(
      'run|start|activate|trigger|execute|launch|begin|do|set|turn on|switch on|play|scene|script|routine|mode|time for|time|go|use|enable|make|brew|kick off|put on|on',
    ),
    press: anyOf('ding|dong|press|push|hit|tap|ring|trigger|activate|run|sound|click|buzz'),
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
    water: anyOf(
      '^(?!.*(?<!\\p{L})(?:off|stop|enough|no more|close|shut|end|finish)(?!\\p{L})).*(?<!\\p{L})(?:water\\p{L}*|drink|thirsty|parched|irrigat\\p{L}*|sprinkl\\p{L}*)',
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
  plainly: {
    open: anyOf('open\\p{L}*|raise|lift|roll up|up|get|let .* (?:in|through)'),
    unlock: anyOf(
      'unlock\\p{L}*|unbolt|unlatch|open\\p{L}*|let .* in|get (?:the|my|our) [^ ]+ ?door|get the door',
    ),
    disarm: anyOf('disarm\\p{L}*|deactivat\\p{L}*|disabl\\p{L}*|off|(?:take|stand|bring) .*down|stand down'),
  },
  more: whole(
    '(?:(?:a|an|the|much|even|still|some|(?:one|1)|way|lot|bit|little|touch|tad|notch|just|no|hmm?|hm|too|little|make it|that was|not|ok|okay|now|and|please) )*(?:more|less|further|again|higher|lower|brighter|darker|dimmer|louder|quieter|softer|warmer|cooler|colder|hotter|faster|slower|stronger|weaker|up|down|back|enough|half|full|all the way|fully|completely)(?: (?:more|again|please|than that|still|again|now|a bit|a little|up|down|way|yet))*',
  ),
  other: anyOf('other|another|wrong|different|else'),
  doIt: anyOf(
    '^do$|do (?:it|that|so|this)|sort (?:it|that|this)|fix (?:it|that|this)|take care of (?:it|that|this)|see to (?:it|that)|please do|deal with (?:it|that|this)|go ahead|handle (?:it|that)',
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
  ending: anyOf(
    'cancel\\p{L}*|stop\\p{L}*|delete|kill|remove|end|clear|off|pause|hold|enough|scrap|ditch|forget|drop|lose|get rid|wipe|done with|do not need|no longer need|shut|silence|halt|bin|freeze|suspend',
  ),
  bygone: anyOf(
    'was|were|had been|used to|usually|always|often|sometimes|(?:likes?|loves?|hates?|prefers?) (?:it|the|my|things|everything)',
  ),
  here: anyOf('here|in here|this (?:room|place|area)|the room|my room|where i am'),
  pronoun: anyOf(
    'it|them|they|that|those|these|this|ones|(?:other|this|that|first|second|third|last|the|which) 1|both|him|her|same|there|he|she|first|second|third|last|other|all of them',
  ),
  same: anyOf(
    'same|too|as well|also|again|likewise|ditto|and|do it|do that|go (?:for it|ahead)|other|instead|what about|how about|either',
  ),
  yes: whole(
    '(?:(?:yes|yeah|yep|yup|go on|then|sure|ok|okay|alright|please|do it|do that|do so|do|go ahead|go for it|of course|certainly|absolutely|definitely|sounds good|that would be (?:nice|great|good|lovely)|fine|great|perfect|exactly|right|correct|indeed|why not|i would|thank you|thanks|that (?:one|1)|good|lovely|let us|yes i do|i do|affirmative|make it so|please do|you can|you may|both|all of them) ?)+',
  ),
  empty: wordSet(
    'the a an my our your his her their this that these those some any in on at of to for from with by and or is are it me us you i we',
    'home house main new old smart big small left right upper lower (?:one|1) two three first second all every room area zone group device entity please now',
  ),
});
