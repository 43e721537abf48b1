package io.arrayport.core.io;

import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.element.Element;

/** Complex numbers: {@code 1}, {@code 2j}, {@code 1+2j}, {@code (1+2j)}. */
final class ComplexField extends NumberField {
    private final RealText number = new RealText();
    private final ComplexType type;

    ComplexField(ComplexType type) {
        this.type = type;
    }

    @Override
    boolean number(byte[] text, int from, int end, long to) {
        if (text[from] == '(') {
            int first = Blanks.after(text, from + 1, end);
            int last = Blanks.before(text, first, end - 1);
            return text[end - 1] == ')' && first < last && bare(text, first, last, to);
        }
        return bare(text, from, end, to);
    }

    private boolean bare(byte[] text, int from, int end, long to) {
        double real = 0;
        double imag = 0;
        if (text[end - 1] != 'j') {
            if (!number.read(text, from, end)) {
                return false;
            }
            real = number.value();
        } else {
            int sign = lastSign(text, from, end - 1);
            if (sign > from) {
                if (!number.read(text, from, sign)) {
                    return false;
                }
                real = number.value();
            }
            // Python writes 1+-2j where it is told to write +%fj
            boolean twice = text[sign] == '+' && sign + 1 < end && text[sign + 1] == '-';
            if (!number.read(text, twice ? sign + 1 : sign, end - 1)) {
                return false;
            }
            imag = number.value();
        }
        Element.set(type, to, new Complex(real, imag));
        return true;
    }

    /** Where the second number begins: at the last sign that is not that of an exponent; at the first if it is one. */
    private static int lastSign(byte[] text, int from, int end) {
        for (int at = end - 1; at > from; at--) {
            boolean sign = text[at] == '+' || text[at] == '-';
            if (sign && (text[at - 1] | 0x20) != 'e') {
                return text[at - 1] == '+' && at - 1 > from ? at - 1 : at;
            }
        }
        return from;
    }
}
