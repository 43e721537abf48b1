package io.arrayport.core.io;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.element.Element;

/** Truths as integers, of which 0 is false. */
final class TruthField extends NumberField {
    @Override
    boolean number(byte[] text, int from, int end, long to) {
        int first = text[from] == '-' || text[from] == '+' ? from + 1 : from;
        boolean truth = false;
        for (int i = first; i < end; i++) {
            if (text[i] < '0' || text[i] > '9') {
                return false;
            }
            truth |= text[i] != '0';
        }
        if (first < end) {
            Element.set(DType.BOOL, to, truth ? 1L : 0L);
        }
        return first < end;
    }
}
