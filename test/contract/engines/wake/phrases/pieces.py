"""Cuts phrases (a JSON list on stdin) into the pieces of the sentencepiece model in argv[1]."""
import json
import sys

import sentencepiece

processor = sentencepiece.SentencePieceProcessor(model_file=sys.argv[1])
print(json.dumps(processor.encode(json.load(sys.stdin), out_type=str)))
