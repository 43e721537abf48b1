package io.arrayport.core.io;

import java.lang.foreign.ValueLayout;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.element.Element;
import io.arrayport.core.memory.Memory;

/** Floating numbers: read as doubles, then rounded to the type. */
final class RealField extends NumberField {
    private final RealText number = new RealText();
    private final FloatType type;
    private final boolean isDouble;

    RealField(FloatType type) {
        this.type = type;
        isDouble = type.equals(DType.FLOAT64);
    }

    @Override
    boolean number(byte[] text, int from, int end, long to) {
        if (!number.read(text, from, end)) {
            return false;
        }
        if (isDouble) {
            Memory.RAW.set(ValueLayout.JAVA_DOUBLE_UNALIGNED, to, number.value());
        } else {
            Element.set(type, to, number.value());
        }
        return true;
    }
}
