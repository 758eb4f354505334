/**
 * Works by others inside the binaries of packages, which no lock file names. Written down by hand: from the
 * packages' build files and from what their binaries say about themselves.
 */

/** @typedef {{ readonly name: string, readonly licence: string, readonly url: string, readonly note?: string }} Part */
/** @type {readonly { readonly inside: string, readonly parts: readonly Part[] }[]} */
export const linkedParts = [
  {
    inside: 'sherpa-onnx-node (its binaries sherpa-onnx-linux-x64, -linux-arm64, -darwin-*, -win-*)',
    parts: [
      {
        name: 'espeak-ng',
        licence: 'GPL-3.0-or-later',
        url: 'https://github.com/csukuangfj/espeak-ng',
        note: 'Linked into the binary; turns text into phonemes for Piper and other VITS voices. Whoever distributes Hearken together with this binary distributes a work that contains GPL code and must offer its source.',
      },
      { name: 'piper-phonemize', licence: 'MIT', url: 'https://github.com/csukuangfj/piper-phonemize' },
      {
        name: 'ONNX Runtime',
        licence: 'MIT',
        url: 'https://github.com/microsoft/onnxruntime',
        note: 'As libonnxruntime beside it, with its own third-party notices upstream.',
      },
      {
        name: 'kaldi-native-fbank',
        licence: 'Apache-2.0',
        url: 'https://github.com/csukuangfj/kaldi-native-fbank',
      },
      { name: 'kaldi-decoder', licence: 'Apache-2.0', url: 'https://github.com/k2-fsa/kaldi-decoder' },
      { name: 'kaldifst', licence: 'Apache-2.0', url: 'https://github.com/k2-fsa/kaldifst' },
      { name: 'OpenFst', licence: 'Apache-2.0', url: 'https://www.openfst.org' },
      {
        name: 'simple-sentencepiece (with Darts-clone)',
        licence: 'Apache-2.0 and BSD-2-Clause',
        url: 'https://github.com/pkufool/simple-sentencepiece',
      },
      { name: 'Eigen', licence: 'MPL-2.0', url: 'https://eigen.tuxfamily.org' },
      { name: 'KISS FFT', licence: 'BSD-3-Clause', url: 'https://github.com/mborgerding/kissfft' },
    ],
  },
  {
    inside: 'onnxruntime-node, onnxruntime-web',
    parts: [
      {
        name: 'ONNX Runtime',
        licence: 'MIT',
        url: 'https://github.com/microsoft/onnxruntime',
        note: 'Its own third-party notices: ThirdPartyNotices.txt in that repository.',
      },
    ],
  },
  {
    inside: 'kokoro-js (optional)',
    parts: [
      {
        name: 'Kokoro-82M voice vectors (voices/*.bin)',
        licence: 'Apache-2.0',
        url: 'https://huggingface.co/hexgrad/Kokoro-82M',
      },
      {
        name: '@huggingface/transformers',
        licence: 'Apache-2.0',
        url: 'https://github.com/huggingface/transformers.js',
      },
      {
        name: 'sharp with libvips and the libraries in it',
        licence: 'Apache-2.0; libvips LGPL-3.0-or-later',
        url: 'https://sharp.pixelplumbing.com',
        note: 'Required by transformers.js for pictures; Hearken never calls it.',
      },
    ],
  },
  {
    inside: 'phonemizer (through kokoro-js, optional)',
    parts: [
      {
        name: 'espeak-ng and its data',
        licence: 'GPL-3.0-or-later',
        url: 'https://github.com/espeak-ng/espeak-ng',
        note: 'Compiled to WebAssembly and embedded in the package, which itself declares Apache-2.0.',
      },
    ],
  },
  {
    inside: '@wasm-audio-decoders/flac (evaluation recordings only)',
    parts: [
      {
        name: 'libFLAC',
        licence: 'BSD-3-Clause',
        url: 'https://github.com/xiph/flac',
        note: 'Compiled to WebAssembly and embedded.',
      },
      { name: 'libogg', licence: 'BSD-3-Clause', url: 'https://github.com/xiph/ogg' },
    ],
  },
];
