package io.arrayport.core.text;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;

import io.arrayport.core.dtype.BytesType;
import io.arrayport.core.dtype.FlexibleType;
import io.arrayport.core.dtype.StringType;
import io.arrayport.core.dtype.TextType;
import io.arrayport.core.dtype.UnicodeType;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.ndarray.CodingOption;
import io.arrayport.core.ndarray.CodingOption.Encoding;
import io.arrayport.core.ndarray.CodingOption.Errors;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.ndarray.Option;

/** Between bytes and unicode. Results are new, row-major, and as wide as the widest string. */
public final class Coding {
    private final String operation;
    private final Charset charset;
    private final CodingErrorAction errors;

    private Coding(String operation, CodingOption[] options) {
        Option.requireDistinct(operation, options);
        this.operation = operation;
        Charset named = StandardCharsets.UTF_8;
        CodingErrorAction action = CodingErrorAction.REPORT;
        for (CodingOption option : options) {
            switch (option) {
                case Encoding(String name) -> named = charset(operation, name);
                case Errors(String handling) -> action = switch (handling) {
                    case "strict" -> CodingErrorAction.REPORT;
                    case "ignore" -> CodingErrorAction.IGNORE;
                    case "replace" -> CodingErrorAction.REPLACE;
                    default -> throw new IllegalArgumentException(operation + ": errors is '" + handling
                            + "', which is none of strict, ignore, replace");
                };
            }
        }
        this.charset = named;
        this.errors = action;
    }

    private static Charset charset(String operation, String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException unknown) {
            throw new IllegalArgumentException(operation + ": there is no encoding '" + name + "'", unknown);
        }
    }

    /** {@code np.strings.encode}. */
    public static NdArray encode(NdArray a, CodingOption... options) {
        Coding coding = new Coding("encode", options);
        if (!(a.dtype() instanceof UnicodeType || a.dtype() instanceof StringType)) {
            throw new DTypeException("encode: elements are " + a.dtype() + ", not unicode");
        }
        return coding.converted(a, new BytesType(0), string -> coding.bytes(string.string()));
    }

    /** {@code np.strings.decode}. */
    public static NdArray decode(NdArray a, CodingOption... options) {
        Coding coding = new Coding("decode", options);
        if (!(a.dtype() instanceof BytesType)) {
            throw new DTypeException("decode: elements are " + a.dtype() + ", not bytes");
        }
        Text out = new Text();
        return coding.converted(a, new UnicodeType(0), string -> out.set(coding.string(string.bytes())));
    }

    /** What becomes of one string. */
    private interface Step {
        Text run(Text string);
    }

    private NdArray converted(NdArray a, TextType to, Step step) {
        return TextLoop.run(operation, List.of(a), loop -> {
            FlexibleType type = loop.type(0);
            Text string = new Text();
            int[] widest = {1};
            loop.each(at -> widest[0] = Math.max(widest[0], step.run(string.load(type, at[0])).length()));
            TextType wide = to.withLength(widest[0]);
            return loop.giveAll(List.of(wide), at -> loop.put(step.run(string.load(type, at[0])), 0, at))
                    .getFirst();
        });
    }

    private Text bytes(String string) {
        try {
            ByteBuffer encoded = charset.newEncoder().onMalformedInput(errors).onUnmappableCharacter(errors)
                    .encode(CharBuffer.wrap(string));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return new Text().set(bytes);
        } catch (CharacterCodingException refused) {
            throw refused(string, refused);
        }
    }

    private String string(byte[] bytes) {
        try {
            return charset.newDecoder().onMalformedInput(errors).onUnmappableCharacter(errors)
                    .decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException refused) {
            throw refused(new String(bytes, StandardCharsets.ISO_8859_1), refused);
        }
    }

    private IllegalArgumentException refused(String string, CharacterCodingException refused) {
        return new IllegalArgumentException(operation + ": '" + string + "' cannot be converted by " + charset
                + "; name another encoding(...), or say what becomes of it with errors(\"replace\")", refused);
    }

    /**
     * {@code np.strings.translate}: each character by the one that stands at its number in a table; of the same width.
     *
     * @param table of strings for unicode, where what is beyond it stays; of 256 for bytes
     * @param deleted which bytes are left out first; of bytes only, as in NumPy
     */
    public static NdArray translate(NdArray a, int[] table, int[] deleted) {
        boolean bytes = a.dtype() instanceof BytesType;
        if (bytes && table.length != 1 << Byte.SIZE) {
            throw new IllegalArgumentException("translate: the table has " + table.length + " entries, and there are "
                    + (1 << Byte.SIZE) + " bytes");
        }
        return TextLoop.run("translate", List.of(a), loop -> {
            FlexibleType type = loop.type(0);
            Text string = new Text();
            Text out = new Text();
            Text gone = new Text();
            for (int character : deleted) {
                gone.add(character);
            }
            NdArray made = loop.giveAll(List.of(type), at -> {
                string.load(type, at[0]);
                out.clear();
                for (int i = 0; i < string.length(); i++) {
                    int character = string.at(i);
                    if (!bytes || !gone.contains(character)) {
                        out.add(character >= 0 && character < table.length ? table[character] : character);
                    }
                }
                loop.put(out, 0, at);
            }).getFirst();
            return type.equals(a.dtype()) ? made : made.astype(a.dtype());
        });
    }
}
