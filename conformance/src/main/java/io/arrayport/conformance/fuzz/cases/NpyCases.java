package io.arrayport.conformance.fuzz.cases;

import static io.arrayport.core.Np.np;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;

import io.arrayport.core.NpzFile;
import io.arrayport.core.dtype.DType;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.layout.Shape;
import io.arrayport.core.ndarray.NdArray;

/** NumPy's files of one array and of several: headers changed in every part, and cut off at each byte. */
final class NpyCases implements Family {
    private static final int TEXT_OF_1 = 10;
    private static final int TEXT_OF_2 = 12;
    private static final String[] DESCR = {"'<f8'", "'<i4'", "'|b1'", "'<U3'", "'|S5'", "'<M8[us]'", "'|O'", "'<f16'",
            "'object'", "''", "'<'", "'<i3'", "'<M8[parsec]'", "'<U-1'", "'<U99999999999'", "'V8'", "'|V0'", "None",
            "[('a', '<f8')]", "[('a', '<f8'), ('b', '<i2', (2,))]", "[]", "3", "'<c16'", "'>i8'", "'=f4'"};
    private static final String[] ORDER = {"True", "False", "None", "0", "'True'", "Tru", ""};
    private static final String[] LENGTHS = {"0", "1", "2", "3", "-1", "9223372036854775807", "9223372036854775808",
            "1099511627776", "4294967296", "1L", "''", "None", "True", "+1", "0x1", "1.0"};
    /** A file that is cut off says in what. */
    private static final Set<String> CUT = Set.of("it ends within the ", "empty");
    private static final Set<String> ALL = Set.of("it ends within the ", "magic", "begin as a .npy", "version",
            "header",
            "descr", "fortran_order", "shape", "archive");
    /** Of an archive: the parts of a zip file. */
    private static final Set<String> ZIP = Set.of("archive", "member", "it ends within the ", "begin as a .npy",
            "version", "header", "descr", "fortran_order", "shape");

    private final List<byte[]> files = new ArrayList<>();
    private final byte[] archive;
    private final Path path;
    private String damage = "";

    NpyCases() {
        NdArray numbers = np.arange(12, np.float64).reshape(3, 4);
        for (NdArray array : List.of(numbers.transpose(), np.zeros(Shape.of(), DType.of("<i2")),
                np.zeros(Shape.of(2), DType.of("datetime64[us]")))) {
            files.add(saved(array));
            array.close();
        }
        files.add(version(3, header("'<f4'", "False", "(2, 2)"), new byte[16]));
        files.add(version(2, header("'<U2'", "True", "(2,)"), new byte[16]));
        try {
            path = Files.createTempFile("arrayport-fuzz", ".npz");
            path.toFile().deleteOnExit();
            try (NdArray one = np.zeros(Shape.of(3), np.float32)) {
                np.savez(path, Map.of("a", one, "b", one));
            }
            archive = Files.readAllBytes(path);
        } catch (IOException problem) {
            throw new UncheckedIOException("fuzz: an archive", problem);
        }
    }

    private static byte[] saved(NdArray array) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        np.save(out, array);
        return out.toByteArray();
    }

    @Override
    public long cuts() {
        return files.stream().mapToLong(file -> file.length).sum();
    }

    private static String header(String descr, String order, String shape) {
        return "{'descr': " + descr + ", 'fortran_order': " + order + ", 'shape': " + shape + ", }";
    }

    private static byte[] version(int major, String text, byte... elements) {
        byte[] header = text.getBytes(StandardCharsets.UTF_8);
        ByteBuffer file = ByteBuffer.allocate(TEXT_OF_2 + header.length + elements.length)
                .order(ByteOrder.LITTLE_ENDIAN);
        file.put(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', (byte) major, 0});
        if (major == 1) {
            file.putShort((short) header.length);
        } else {
            file.putInt(header.length);
        }
        file.put(header).put(elements);
        return Arrays.copyOf(file.array(), file.position());
    }

    @Override
    public Verdict run(long cut, SplittableRandom random) {
        if (cut >= 0) {
            return cut(cut);
        }
        return switch (random.nextInt(64)) {
            case 0 -> archived(random);
            case 1, 2, 3, 4 -> anyBytes(random);
            case 5 -> {
                damage = "none";
                yield judge(Set.of(), files.get(random.nextInt(files.size())));
            }
            default -> text(random);
        };
    }

    private Verdict cut(long cut) {
        int file = 0;
        long length = cut;
        while (length >= files.get(file).length) {
            length -= files.get(file++).length;
        }
        damage = "file " + file + ", cut off behind " + length;
        return judge(CUT, Arrays.copyOf(files.get(file), (int) length));
    }

    private static String one(SplittableRandom random, String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    /** A header with other values, or other words. */
    private Verdict text(SplittableRandom random) {
        Set<String> names = new TreeSet<>(List.of("it ends within the ")); // elements that there are not
        String descr = "'<f8'";
        String order = "False";
        String shape = "(2, 3)";
        switch (random.nextInt(4)) {
            case 0 -> {
                descr = one(random, DESCR);
                names.add("descr");
                names.add("shape"); // that has too many bytes of these
            }
            case 1 -> {
                order = one(random, ORDER);
                names.add("fortran_order");
                names.add("header");
            }
            default -> {
                shape = shape(random);
                names.add("shape");
                names.add("header");
            }
        }
        String text = header(descr, order, shape);
        if (random.nextInt(3) == 0) {
            text = garbled(random, text);
            names = ALL;
        }
        damage = text;
        Worker.announce(damage);
        return judge(names, version(1 + random.nextInt(3), text, new byte[random.nextInt(200)]));
    }

    private static String shape(SplittableRandom random) {
        if (random.nextInt(8) == 0) {
            return one(random, "()", "(,)", "[2]", "None", "2", "(2", "((2,),)", "'(2,)'", "(2 3)",
                    "(" + "1, ".repeat(70) + ")", "(".repeat(50));
        }
        StringBuilder shape = new StringBuilder("(");
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            shape.append(one(random, LENGTHS)).append(", ");
        }
        return shape.append(')').toString();
    }

    private static String garbled(SplittableRandom random, String text) {
        StringBuilder letters = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0 && letters.length() > 0; i--) {
            int at = random.nextInt(letters.length());
            switch (random.nextInt(4)) {
                case 0 -> letters.deleteCharAt(at);
                case 1 -> letters.insert(at, one(random, "\\", "\\x", "\\u12", "'", "{", "(", ",", "é", "L", "-", ":"));
                case 2 -> letters.setCharAt(at, (char) random.nextInt(0x180));
                default -> letters.setLength(at);
            }
        }
        return letters.toString();
    }

    private Verdict anyBytes(SplittableRandom random) {
        int file = random.nextInt(files.size());
        byte[] bytes = files.get(file).clone();
        int at = random.nextInt(random.nextBoolean() ? TEXT_OF_1 : bytes.length);
        bytes[at] = (byte) (random.nextBoolean() ? random.nextInt(256) : bytes[at] ^ 1 << random.nextInt(8));
        damage = "file " + file + ", byte " + at + " is " + bytes[at];
        Worker.announce(damage);
        return judge(ALL, bytes);
    }

    private static Verdict judge(Set<String> names, byte... bytes) {
        try (NdArray array = np.load(new ByteArrayInputStream(bytes))) {
            array.copy().close();
            return Verdict.READ;
        } catch (ForeignDescriptorException refused) {
            Wrong.unlessNamed(refused.getMessage(), names);
            return Verdict.REFUSED;
        }
    }

    private Verdict archived(SplittableRandom random) {
        byte[] bytes = random.nextBoolean() ? archive.clone()
                : Arrays.copyOf(archive, random.nextInt(archive.length));
        for (int i = random.nextInt(3); i > 0 && bytes.length > 0; i--) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        damage = "an archive of " + bytes.length + " bytes: " + java.util.HexFormat.of().formatHex(bytes);
        Worker.announce(damage);
        try {
            Files.write(path, bytes);
        } catch (IOException problem) {
            throw new UncheckedIOException("fuzz: an archive", problem);
        }
        try (NpzFile found = np.loadz(path)) {
            for (String name : found.files()) {
                found.get(name).close();
            }
            return Verdict.READ;
        } catch (ForeignDescriptorException refused) {
            Wrong.unlessNamed(refused.getMessage(), ZIP);
            return Verdict.REFUSED;
        }
    }

    @Override
    public String damage() {
        return damage;
    }
}
