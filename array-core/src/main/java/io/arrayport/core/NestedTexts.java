package io.arrayport.core;

import java.util.List;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.Assignment;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.print.ScalarText;

/** Arrays of strings from what stands in lists: strings, bytes, and numbers as they are written. */
final class NestedTexts {
    private NestedTexts() {}

    /** Returns how wide a string must be, bytes counting each. */
    static int width(Object item) {
        return switch (item) {
            case String text -> text.codePointCount(0, text.length());
            case byte[] bytes -> bytes.length;
            default -> ScalarText.of(item).length();
        };
    }

    /** Returns the narrowest type of strings for an item, with room for a character at least. */
    static DType type(String text) {
        return new UnicodeType(Math.max(1, width(text)));
    }

    /**
     * A new array; items that are too long are cut off.
     *
     * @param type without a width, it is as wide as the longest item
     */
    static NdArray array(Shape shape, List<?> items, TextType type) {
        TextType sized = type.length() > 0 ? type
                : type.withLength(items.stream().mapToInt(NestedTexts::width).reduce(1, Math::max));
        Layout layout = Layout.contiguous(shape, sized.itemsize());
        NdArray result = NdArray.of(Storage.allocate(layout.endByte(sized.itemsize())), sized, layout);
        boolean done = false;
        try {
            for (int i = 0; i < items.size(); i++) {
                Assignment.put(sized, result.address() + (long) i * sized.itemsize(), items.get(i));
            }
            done = true;
            return result;
        } finally {
            if (!done) {
                result.close();
            }
        }
    }
}
