import { BLOCKS, NODE_NAME, NOTE } from '../../../../core/cadence/definitions/blocks.ts';
import { wordsOf } from '../../../../core/cadence/definitions/words.ts';

/** What the fields of every block are called: the definitions' own words. */
export const fields = {
  fields: {
    channelChoice: wordsOf(BLOCKS.channelChoice.fields),
    message: wordsOf(BLOCKS.message.fields),
    offer: wordsOf(BLOCKS.offer.fields),
    bureau: wordsOf(BLOCKS.bureau.fields),
    smallClaims: wordsOf(BLOCKS.smallClaims.fields),
    humanTask: wordsOf(BLOCKS.humanTask.fields),
    any: wordsOf({ note: NOTE, name: NODE_NAME }),
  },
};
