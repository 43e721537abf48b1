package io.arrayport.core.io;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import io.arrayport.core.dtype.DType;
import io.arrayport.core.dtype.Order;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.layout.Layout;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.loop.Orders;
import io.arrayport.core.ndarray.NdArray;
import org.jspecify.annotations.Nullable;

/**
 * What a .npy file says of its bytes.
 *
 * @param dtype of the elements
 * @param fortranOrder whether the first axis is contiguous, not the last
 * @param shape of the array
 */
record NpyHeader(DType dtype, boolean fortranOrder, Shape shape) {
    /** What NumPy reads unless it is told otherwise. */
    static final int LONGEST = 10_000;
    static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
    static final int ALIGNMENT = 64;
    /** Digits that the growing axis has room for: a file may be appended to in its place. */
    static final int GROWTH_DIGITS = 21;

    private static final byte[] ARCHIVE = {'P', 'K'};
    private static final Set<String> KEYS = Set.of("descr", "fortran_order", "shape");
    private static final int LONGEST_OF_1 = 0xFFFF;

    /** The header of a file of this array, where elements lie as they do in it. */
    static NpyHeader of(NdArray array) {
        boolean columns = !array.isCContiguous() && array.layout().isFContiguous(array.itemsize());
        return new NpyHeader(array.dtype(), columns, array.shape());
    }

    /**
     * Reads a whole header, from the first byte of the file on.
     *
     * @param longest most bytes of the text
     */
    static NpyHeader read(Source source, int longest) {
        Version version = Version.read(source);
        return read(source, version, longest);
    }

    /** Reads what stands behind magic and version. */
    static NpyHeader read(Source source, Version version, int longest) {
        ByteBuffer length = ByteBuffer.wrap(source.bytes(version.lengthBytes(), "length of the header"))
                .order(ByteOrder.LITTLE_ENDIAN);
        long bytes = version.major() == 1 ? Short.toUnsignedLong(length.getShort())
                : Integer.toUnsignedLong(length.getInt());
        if (bytes > longest) {
            throw source.refused("its header is " + bytes + " bytes long, at most " + longest
                    + " are read; if the file is to be trusted, give maxHeaderSize(...)");
        }
        byte[] text = source.bytes((int) bytes, "header");
        try {
            CharBuffer decoded = version.charset().newDecoder().decode(ByteBuffer.wrap(text));
            return parse(source, LiteralReader.read(decoded.toString(), version.major() < 3));
        } catch (CharacterCodingException malformed) {
            throw source.refused("its header is no text in " + version.charset(), malformed);
        } catch (IllegalArgumentException malformed) {
            throw source.refused("its header is no dictionary as Python writes it: " + malformed.getMessage(),
                    malformed);
        }
    }

    private static NpyHeader parse(Source source, Literal header) {
        if (!(header instanceof Literal.Dict(Map<String, Literal> entries)) || !entries.keySet().equals(KEYS)) {
            throw source.refused("its header must be a dictionary of descr, fortran_order and shape, it is "
                    + (header instanceof Literal.Dict(var others) ? "one of " + others.keySet()
                            : header.getClass().getSimpleName()));
        }
        if (!(entries.get("fortran_order") instanceof Literal.Truth(boolean columns))) {
            throw source.refused("fortran_order must be True or False, it is " + entries.get("fortran_order"));
        }
        return new NpyHeader(dtype(source, entries.get("descr")), columns, shape(source, entries.get("shape")));
    }

    private static DType dtype(Source source, @Nullable Literal descr) {
        try {
            return Descr.read(descr);
        } catch (DTypeException unknown) {
            throw source.refused(String.valueOf(unknown.getMessage()), unknown);
        }
    }

    private static Shape shape(Source source, @Nullable Literal shape) {
        if (!(shape instanceof Literal.Tuple(List<Literal> items))
                || !items.stream().allMatch(Literal.Whole.class::isInstance)) {
            throw source.refused("shape must be a tuple of integers, it is " + shape);
        }
        try {
            return Shape.of(items.stream().mapToLong(item -> ((Literal.Whole) item).value()).toArray());
        } catch (ShapeException impossible) {
            throw source.refused("shape cannot be: " + impossible.getMessage(), impossible);
        }
    }

    /** How the elements lie behind the header. */
    Layout layout(Source source) {
        try {
            return Orders.fresh(fortranOrder ? Order.F : Order.C, shape, dtype.itemsize());
        } catch (ShapeException impossible) {
            throw source.refused("shape " + shape + " of " + dtype + " cannot be: " + impossible.getMessage(),
                    impossible);
        }
    }

    /**
     * The bytes of the header, magic and all, as NumPy writes them.
     *
     * @param wanted null for the oldest version that can say it
     * @throws IllegalArgumentException if a version that is wanted cannot
     */
    ByteBuffer bytes(@Nullable Version wanted) {
        String text = "{'descr': " + Descr.text(dtype) + ", 'fortran_order': " + (fortranOrder ? "True" : "False")
                + ", 'shape': " + tuple(shape) + ", }";
        if (shape.ndim() > 0) {
            long growing = shape.dim(fortranOrder ? shape.ndim() - 1 : 0);
            text += " ".repeat(GROWTH_DIGITS - Long.toString(growing).length());
        }
        Version version = wanted != null ? wanted : oldest(text);
        if (!version.charset().newEncoder().canEncode(text)) {
            throw new IllegalArgumentException("save: version " + version + " has no letters for " + text);
        }
        byte[] encoded = text.getBytes(version.charset());
        int before = MAGIC.length + 2 + version.lengthBytes();
        int length = encoded.length + 1;
        length += ALIGNMENT - (before + length) % ALIGNMENT;
        if (version.major() == 1 && length > LONGEST_OF_1) {
            throw new IllegalArgumentException("save: a header of " + length + " bytes is too long for version 1.0");
        }
        ByteBuffer header = ByteBuffer.allocate(before + length).order(ByteOrder.LITTLE_ENDIAN);
        header.put(MAGIC).put((byte) version.major()).put((byte) version.minor());
        if (version.major() == 1) {
            header.putShort((short) length);
        } else {
            header.putInt(length);
        }
        header.put(encoded);
        while (header.remaining() > 1) {
            header.put((byte) ' ');
        }
        return header.put((byte) '\n').flip();
    }

    private static Version oldest(String text) {
        return !StandardCharsets.ISO_8859_1.newEncoder().canEncode(text) ? Version.THREE
                : text.length() + ALIGNMENT > LONGEST_OF_1 ? Version.TWO : Version.ONE;
    }

    /** As Python writes it. */
    static String tuple(Shape shape) {
        return LongStream.of(shape.toArray()).mapToObj(Long::toString)
                .collect(Collectors.joining(", ", "(", shape.ndim() == 1 ? ",)" : ")"));
    }

    /**
     * The version of the format.
     *
     * @param major 1, 2 or 3
     * @param minor 0
     */
    record Version(int major, int minor) {
        static final Version ONE = new Version(1, 0);
        static final Version TWO = new Version(2, 0);
        static final Version THREE = new Version(3, 0);

        /** Reads magic and version. */
        static Version read(Source source) {
            byte[] magic = source.bytes(MAGIC.length + 2, "magic and version");
            if (ByteBuffer.wrap(magic, 0, ARCHIVE.length).equals(ByteBuffer.wrap(ARCHIVE))) {
                throw source.refused("it is an archive of arrays: open it with np.loadz(...)");
            }
            if (!ByteBuffer.wrap(magic, 0, MAGIC.length).equals(ByteBuffer.wrap(MAGIC))) {
                throw source.refused("it does not begin as a .npy file does. Pickled objects of Python are not read,"
                        + " because reading them runs what the file says; np.loadtxt and np.fromfile read numbers");
            }
            Version version = new Version(magic[MAGIC.length] & 0xFF, magic[MAGIC.length + 1] & 0xFF);
            if (!version.isKnown()) {
                throw source.refused("its version is " + version + "; 1.0, 2.0 and 3.0 are known");
            }
            return version;
        }

        boolean isKnown() {
            return major >= 1 && major <= 3 && minor == 0;
        }

        int lengthBytes() {
            return major == 1 ? Short.BYTES : Integer.BYTES;
        }

        Charset charset() {
            return major < 3 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8;
        }

        @Override
        public String toString() {
            return major + "." + minor;
        }
    }
}
