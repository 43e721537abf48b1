package io.arrayport.core.print;

import java.nio.charset.StandardCharsets;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.ComplexType;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.FloatType;
import io.arrayport.core.dtype.PythonText;
import io.arrayport.core.element.Element;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;

/**
 * Elements one after the other, as numbers to be formatted; of complex ones each part, or both as one text. The caller
 * holds the storage.
 */
public final class ElementCells implements Cells {
    private static final Layout ONE = Layout.of(Shape.of(), new long[0], 0);

    private final DType type;
    private final boolean python;
    private final boolean inParts;
    private final boolean raw;
    private final DType part;
    private final long stride;
    private long at;

    private ElementCells(DType type, long stride, boolean python, boolean inParts, boolean raw) {
        this.type = type;
        this.stride = stride;
        this.python = python;
        this.raw = raw;
        this.inParts = inParts && type instanceof ComplexType;
        this.part = type instanceof ComplexType complex ? new FloatType(complex.format(), complex.order()) : type;
    }

    /** Each as Python has it, which knows no numbers of 32 bits. */
    public static ElementCells items(DType type) {
        return new ElementCells(type, 0, true, false, false);
    }

    /**
     * Each as NumPy has it, a complex one too.
     *
     * @param raw whether bytes stand for characters, and are not written as Python shows them
     */
    public static ElementCells scalars(DType type, boolean raw) {
        return new ElementCells(type, 0, false, false, raw);
    }

    /**
     * Rows of elements, complex ones as two.
     *
     * @param stride bytes from one to the next
     */
    public static ElementCells rows(DType type, long stride) {
        return new ElementCells(type, stride, false, true, false);
    }

    /** Goes to the row, or the element, at an address. */
    public void moveTo(long address) {
        at = address;
    }

    private long address(int place) {
        return inParts ? at + place / 2 * stride + (place % 2) * (long) part.itemsize() : at + place * stride;
    }

    @Override
    public boolean isFloating(int place) {
        requireReal();
        return type.kind() == 'f' || inParts;
    }

    @Override
    public boolean isUnsigned(int place) {
        return type.kind() == 'u';
    }

    @Override
    public long integer(int place) {
        requireReal();
        return Element.toLong(type, address(place));
    }

    @Override
    public double real(int place) {
        requireReal();
        return Element.toDouble(inParts ? part : type, address(place));
    }

    private void requireReal() {
        if ("biuf".indexOf(type.kind()) < 0 && !inParts) {
            throw new CastingException("format: an element of " + type + " is no real number; write it by %s");
        }
    }

    @Override
    public String text(int place) {
        if (type instanceof BytesType) {
            byte[] bytes = (byte[]) Element.item(type, address(place));
            return raw ? new String(bytes, StandardCharsets.ISO_8859_1) : PythonText.repr(bytes);
        }
        Elements element = new StoredElements(inParts ? part : type, ONE, address(place));
        return python ? ScalarText.item(element) : ScalarText.of(element);
    }
}
