package io.arrayport.core.ndarray;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;

import io.arrayport.core.backend.Backend;
import io.arrayport.core.backend.Operand;
import io.arrayport.core.dtype.Casting;
import io.arrayport.core.dtype.Complex;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Missing;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.dtype.Promotion;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.StructType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.Time;
import io.arrayport.core.dtype.TimeType;
import io.arrayport.core.dtype.VoidType;
import io.arrayport.core.element.Characters;
import io.arrayport.core.element.Element;
import io.arrayport.core.element.StringView;
import io.arrayport.core.error.CastingException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.CopyLoop;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.memory.Memory;
import io.arrayport.core.memory.Storage;
import io.arrayport.core.ndarray.Option.CastingOption;
import io.arrayport.core.ndarray.Option.Where;
import io.arrayport.core.print.ScalarText;
import org.jspecify.annotations.Nullable;

/** Moves elements from array to array, converting them, and from a number to an array. */
public final class Assignment {
    /** Most bytes that a fill copies at once: whole elements of any size. */
    private static final long REPEATED = 16384;

    private Assignment() {}

    /** Returns a new array of another type with the elements of {@code source}, its axes in {@code order}. */
    static NdArray converted(NdArray source, DType type, Order order) {
        source.storage().acquireReading();
        try {
            Layout packed = Orders.fresh(order, source.shape(), type.itemsize(), source.layout(),
                    source.itemsize());
            Backend backend = Backend.of("copy", source.device());
            Operand fresh = Operand.of(type, packed,
                    backend.allocate(source.device(), packed.endByte(type.itemsize())));
            try {
                backend.copy(source.operand(), fresh);
            } catch (RuntimeException refused) {
                fresh.storage().close();
                throw refused;
            }
            return Arithmetic.wrap(fresh);
        } finally {
            source.storage().releaseReading();
        }
    }

    /**
     * Takes one element in main memory, and returns it where the target is: of the target's type then, since devices do
     * not read texts.
     */
    static NdArray brought(NdArray one, NdArray target) {
        if (target.device().type().isHost()) {
            return one;
        }
        try (NdArray _ = one; NdArray fitting = converted(one, target.dtype(), Order.C)) {
            return fitting.toDevice(target.device());
        }
    }

    /** Writes {@code value} to all of {@code target}, broadcast, as if it had been read first. */
    static void assign(String operation, NdArray target, NdArray value) {
        assign(operation, target, value, null);
    }

    /**
     * Writes the elements of {@code value}, broadcast, to {@code target}, as if it and a mask {@code where} had been
     * read first: {@code np.copyto}.
     *
     * @throws CastingException if the casting rule does not allow the conversion, or the mask is not of bools
     * @throws ShapeException if {@code value} or the mask does not stretch to {@code target}
     */
    public static void copyto(NdArray target, NdArray value, CopytoOption... options) {
        Option.requireDistinct("copyto", options);
        Casting casting = Casting.SAME_KIND;
        Where where = new Where(null, true);
        for (CopytoOption option : options) {
            switch (option) {
                case CastingOption(Casting rule) -> casting = rule;
                case Where given -> where = given;
            }
        }
        Promotion.requireCast("copyto", value.dtype(), target.dtype(), casting);
        NdArray mask = where.mask();
        if (mask != null && !mask.dtype().equals(DType.BOOL)) {
            throw new CastingException("copyto: where is " + mask.dtype()
                    + ", it must be bool; compare with notEqual(..., 0), or convert with astype(...)");
        }
        if (mask != null && overlaps(mask, target)) {
            try (NdArray apart = mask.copy()) {
                assign("copyto", target, value, apart);
            }
        } else if (mask != null || where.everywhere()) {
            assign("copyto", target, value, mask);
        } else {
            stretched("copyto", value, target.shape());
        }
    }

    private static boolean overlaps(NdArray a, NdArray b) {
        return a.operand().minAddress() < b.operand().endAddress()
                && b.operand().minAddress() < a.operand().endAddress();
    }

    /** @param where bools that stretch to {@code target} and lie apart from it: what is written; null for all */
    private static void assign(String operation, NdArray target, NdArray value, @Nullable NdArray where) {
        Operand to = target.operand();
        Operand from = value.operand();
        Promotion.requireCast(operation, value.dtype(), target.dtype(), Casting.UNSAFE);
        Layout stretched = stretched(operation, value, target.shape());
        to.requireWriteable(operation, "this array");
        target.storage().acquire();
        try {
            value.storage().acquire();
            try {
                Backend backend = Backend.of(operation, List.of(to, from));
                if (overlaps(value, target)) {
                    try (NdArray apart = converted(value, value.dtype(), Order.C)) {
                        copy(operation, backend, apart.operand().with(stretched(operation, apart, target.shape())), to,
                                where);
                    }
                } else {
                    copy(operation, backend, from.with(stretched), to, where);
                }
            } finally {
                value.storage().release();
            }
        } finally {
            target.storage().release();
        }
    }

    private static void copy(String operation, Backend backend, Operand from, Operand to, @Nullable NdArray where) {
        if (where == null) {
            backend.copy(from, to);
            return;
        }
        Operand mask = where.operand().with(stretched(operation, where, to.shape()));
        where.storage().acquire();
        try {
            backend.copy(from, to, mask);
        } finally {
            where.storage().release();
        }
    }

    /** As NumPy's assignment, which also drops axes of length 1 that the target does not have. */
    private static Layout stretched(String operation, NdArray value, Shape shape) {
        Layout layout = value.layout();
        while (layout.ndim() > shape.ndim() && layout.dim(0) == 1) {
            layout = layout.index(0, 0);
        }
        try {
            return layout.broadcastTo(shape);
        } catch (ShapeException cause) {
            throw new ShapeException(
                    operation + ": the value has shape " + value.shape() + ", which does not stretch to "
                            + shape + " of what is set",
                    cause);
        }
    }

    /**
     * Writes {@code value} to all of {@code target}.
     *
     * @param value Number or Complex
     */
    static void fill(String operation, NdArray target, Object value) {
        target.operand().requireWriteable(operation, "this array");
        if (target.dtype() instanceof StructType struct && !struct.isFull()) {
            Records.fill(operation, target, struct, value);
            return;
        }
        target.storage().acquire();
        try {
            if (!target.device().type().isHost()) {
                fillThere(operation, target, value);
            } else if (target.size() > 0) {
                Layout layout = target.layout();
                long base = target.storage().address();
                put(target.dtype(), base + layout.offset(), value);
                repeatFirst(base, layout, target.itemsize());
            }
        } finally {
            target.storage().release();
        }
    }

    /** The element is made here, brought there, and copied over all. */
    private static void fillThere(String operation, NdArray target, Object value) {
        Backend backend = Backend.of(operation, target.device());
        DType type = target.dtype();
        try (Storage here = Storage.allocate(type.itemsize());
                Storage there = backend.allocate(target.device(), type.itemsize())) {
            put(type, here.address(), value);
            backend.upload(here.address(), there, 0, type.itemsize());
            Layout one = Layout.contiguous(Shape.of(), type.itemsize());
            backend.copy(Operand.of(type, one.broadcastTo(target.shape()), there), target.operand());
        }
    }

    private static void repeatFirst(long base, Layout layout, int itemsize) {
        if (!layout.isCContiguous(itemsize) && !layout.isFContiguous(itemsize)) {
            // The first element is copied over all, itself included
            Layout first = Layout.of(Shape.of(), new long[0], layout.offset()).broadcastTo(layout.shape());
            CopyLoop.copy(base, first, base, layout, itemsize);
            return;
        }
        long bytes = layout.size() * itemsize;
        long from = base + layout.offset();
        // What is copied stays in the nearest cache, so that only writing takes time
        for (long done = itemsize; done < bytes;) {
            long more = Math.min(Math.min(done, bytes - done), REPEATED);
            Memory.copy(from, from + done, more);
            done += more;
        }
    }

    private static void put(StringType type, long at, Object value) {
        Missing missing = type.missing();
        if (missing != null && missing.is(value)) {
            StringView.putMissing(at);
            return;
        }
        switch (value) {
            case String text -> StringView.put(type, at, text);
            case Object _ when !type.coerce() -> throw new IllegalArgumentException("set: " + ScalarText.of(value)
                    + " is no string, and " + type + " makes none of it; use a dtype that coerces");
            case byte[] bytes -> StringView.put(type, at, new String(bytes, StandardCharsets.UTF_8));
            default -> StringView.put(type, at, ScalarText.of(value));
        }
    }

    private static void put(TextType type, long at, Object value) {
        switch (value) {
            case String text -> Characters.set(type, at, text);
            case byte[] bytes -> Characters.set(type, at, bytes);
            default -> Characters.set(type, at, ScalarText.of(value));
        }
    }

    /**
     * Writes one element.
     *
     * @param at its address
     * @param value Boolean, Number, Complex or a time; of strings also String and byte[]; of a structured type a list
     *        of the fields' values, or one for all
     * @throws DTypeException if it is null
     * @throws CastingException if the type cannot hold it
     */
    public static void put(DType type, long at, @Nullable Object value) {
        if (type instanceof StructType struct) {
            Records.put(struct, at, value);
            return;
        }
        if (value == null) {
            throw new DTypeException("set: null is no value of " + type);
        }
        if (type instanceof StringType strings) {
            put(strings, at, value);
            return;
        }
        if (type instanceof TextType text) {
            put(text, at, value);
            return;
        }
        if (type instanceof VoidType bytes) {
            Records.put(bytes, at, value);
            return;
        }
        switch (value) {
            case String text when type instanceof TimeType time && !time.span() ->
                Element.set(type, at, Time.of(text).in(time));
            case Time given when type instanceof TimeType time -> Element.set(type, at, given.in(time));
            case String _,byte[] _ -> throw new CastingException("set: a string is no element of " + type
                    + "; set an array of strings, which are read as numbers");
            case Boolean truth -> Element.set(type, at, truth ? 1L : 0L);
            case Byte _,Short _,Integer _,Long _ -> Element.set(type, at, ((Number) value).longValue());
            case BigInteger big when big.bitLength() < Long.SIZE -> Element.set(type, at, big.longValue());
            case BigInteger big when type.kind() == 'u' && type.itemsize() == Long.BYTES && big.signum() > 0
                    && big.bitLength() == Long.SIZE ->
                Element.put(Long.BYTES, type.order(), at, big.longValue());
            case BigInteger big when "biu".indexOf(type.kind()) >= 0 ->
                throw new CastingException("set: the integer " + big + " is out of range for " + type);
            case Complex complex when type.kind() == 'c' -> Element.set(type, at, complex);
            case Complex complex when type.kind() == 'b' ->
                Element.set(type, at, complex.real() != 0 || complex.imag() != 0 ? 1L : 0L);
            case Complex complex when type instanceof TimeType ->
                throw new IllegalArgumentException("set: " + complex + " is no count of " + type + "; set an integer");
            case Complex complex ->
                throw new CastingException("set: " + complex + " is complex, " + type + " is not; set its real part");
            case Number number -> Element.set(type, at, number.doubleValue());
            case LocalDate date -> put(type, at, Time.of(date));
            case LocalDateTime time -> put(type, at, Time.of(time));
            case Duration span -> put(type, at, Time.of(span));
            default -> throw new CastingException("set: " + value.getClass().getSimpleName() + " " + value
                    + " is no value of " + type + "; give a number, or what the type holds");
        }
    }
}
