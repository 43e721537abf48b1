package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.anyDtype;
import static io.arrayport.core.Options.delimiter;
import static io.arrayport.core.Options.mmapMode;
import static io.arrayport.core.Options.quotechar;
import static io.arrayport.core.Options.shape;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.MemoryBudgetException;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.MmapMode;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that lie: each is an error that says why, takes no memory for bytes that are not there, and leaves nothing. */
final class HostileFilesTest {
    private static final String FINE = "{'descr': '<f8', 'fortran_order': False, 'shape': (2, 3), }";

    @TempDir
    Path folder;

    private static byte[] npy(String header, int data) {
        byte[] text = (header + "\n").getBytes(StandardCharsets.ISO_8859_1);
        byte[] bytes = new byte[10 + text.length + data];
        System.arraycopy(new byte[]{(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0, (byte) text.length,
                (byte) (text.length >> 8)}, 0, bytes, 0, 10);
        System.arraycopy(text, 0, bytes, 10, text.length);
        return bytes;
    }

    private Path file(byte... bytes) throws IOException {
        return Files.write(folder.resolve("hostile.npy"), bytes);
    }

    /** Reads a file in all ways; true if one of them had an array. */
    private static boolean reads(Path path, byte[] bytes) {
        boolean read = attempt(() -> np.load(path));
        read |= attempt(() -> np.load(path, mmapMode(MmapMode.READ)));
        read |= attempt(() -> np.load(path, mmapMode(MmapMode.COPY)));
        read |= attempt(() -> np.load(new ByteArrayInputStream(bytes)));
        return read;
    }

    private interface Attempt {
        NdArray run();
    }

    private static boolean attempt(Attempt attempt) {
        try (NdArray array = attempt.run()) {
            if (array.nbytes() < 1 << 16) {
                assertThat(array.tolist()).isNotNull();
            }
            return true;
        } catch (ForeignDescriptorException | MemoryBudgetException refused) {
            assertThat(refused).hasMessageMatching("(?s).{20,}");
            return false;
        }
    }

    @Test
    void aFileIsRefusedWhereverItIsCutOff() throws IOException {
        byte[] whole = npy(FINE, 48);
        Ledger.Counts before = Settled.counts();
        for (int length = 0; length < whole.length; length++) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(reads(file(cut), cut)).as("cut to %d bytes", length).isFalse();
        }
        assertThat(reads(file(whole), whole)).isTrue();
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void anyByteMayBeAnother() throws IOException {
        byte[] whole = npy(FINE, 48);
        Random random = new Random(42);
        Ledger.Counts before = Settled.counts();
        for (int turn = 0; turn < 20_000; turn++) {
            byte[] changed = whole.clone();
            for (int change = 0; change <= turn % 3; change++) {
                int at = random.nextInt(80);
                changed[at] = turn % 2 == 0 ? (byte) random.nextInt(256)
                        : (byte) "0123456789(),'[]{}<>|OSUVMmfiuc- ".charAt(random.nextInt(33));
            }
            attempt(() -> np.load(new ByteArrayInputStream(changed)));
            if (turn % 40 == 0) {
                reads(file(changed), changed);
            }
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(-1,)", "(-1, -6)", "(9223372036854775807,)", "(4611686018427387904, 4)",
            "(1000000000000,)", "(0, 9223372036854775807, 4)", "(3037000500, 3037000500)", "99999999999999999999",
            "(1,) * 99999999", "(True,)", "(2, 3", "2", "None", "(0x10,)", "(1e3,)"})
    void shapesThatCannotBeAreRefused(String shape) throws IOException {
        byte[] bytes = npy(FINE.replace("(2, 3)", shape), 48);
        assertThat(reads(file(bytes), bytes)).isFalse();
    }

    @Test
    void axesHaveTheirLimit() throws IOException {
        byte[] bytes = npy(FINE.replace("(2, 3)", "(" + "1, ".repeat(65) + ")"), 48);
        assertThat(reads(file(bytes), bytes)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"'|O'", "'O'", "'object'", "'<O8'", "[('a', '|O')]", "[('a', [('b', 'O')])]", "'<f80'",
            "'<f16'", "'S-1'", "'S99999999999'", "'U999999999'", "'V4294967296'", "None", "8", "('f8',)", "[]x",
            "'<M8[,us]'", "'<M8[us,]'",
            "[('a',)]", "[('a', 'f8', (-1,))]", "[('a', 'f8', (2147483647, 2147483647))]", "[('a', 'f8'), ('a', 'f8')]",
            "__import__('os').system('true')", "'<f8' + ''", "{'names': ['a']}"})
    void typesThatCannotBeAreRefused(String descr) throws IOException {
        byte[] bytes = npy(FINE.replace("'<f8'", descr), 48);
        assertThat(reads(file(bytes), bytes)).isFalse();
    }

    @Test
    void objectsArePickledAndNotRead() throws IOException {
        Path path = file(npy(FINE.replace("<f8", "|O"), 48));
        assertThatThrownBy(() -> np.load(path)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("pickled");
        Path pickle = file("\u0080\4K\1.".repeat(9).getBytes(StandardCharsets.ISO_8859_1));
        assertThatThrownBy(() -> np.load(pickle)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("Pickled");
    }

    @Test
    void aHeaderOfFourGigabytesIsNotWaitedFor() throws IOException {
        byte[] bytes = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 2, 0, -1, -1, -1, -1, '{', '}'};
        assertThat(reads(file(bytes), bytes)).isFalse();
        assertThatThrownBy(() -> np.load(new ByteArrayInputStream(bytes), Options.maxHeaderSize(Integer.MAX_VALUE)))
                .isInstanceOf(ForeignDescriptorException.class);
    }

    @Test
    void bracketsHaveAnEnd() throws IOException {
        for (String open : List.of("(", "[", "{'a':", "((((1,),),),")) {
            byte[] bytes = npy(open.repeat(2000), 0);
            assertThat(reads(file(bytes), bytes)).isFalse();
        }
    }

    private Path archive(byte[] member, String name) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            zip.write(member);
            zip.closeEntry();
        }
        return Files.write(folder.resolve("hostile.npz"), bytes.toByteArray());
    }

    private static void openAll(Path path) {
        try (NpzFile archive = np.loadz(path)) {
            archive.toMap().values().forEach(NdArray::close);
        }
    }

    @Test
    void anArchiveIsRefusedWhereverItIsCutOff() throws IOException {
        byte[] whole = Files.readAllBytes(archive(npy(FINE, 48), "a.npy"));
        Ledger.Counts before = Settled.counts();
        for (int length = 0; length < whole.length; length++) {
            Path path = Files.write(folder.resolve("cut.npz"), Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> openAll(path)).as("cut to %d bytes", length)
                    .isInstanceOf(ForeignDescriptorException.class);
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void anyByteOfAnArchiveMayBeAnother() throws IOException {
        byte[] whole = Files.readAllBytes(archive(npy(FINE, 48), "a.npy"));
        Random random = new Random(7);
        Ledger.Counts before = Settled.counts();
        for (int turn = 0; turn < 1500; turn++) {
            byte[] changed = whole.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
            Path path = Files.write(folder.resolve("changed.npz"), changed);
            try {
                openAll(path);
            } catch (ArrayportException refused) {
                assertThat(refused).hasMessageMatching("(?s).{10,}");
            }
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void anArchiveWhoseEndOrMemberIsNoneIsDamagedAndNotUnreadable() throws IOException {
        byte[] whole = Files.readAllBytes(archive(npy(FINE, 48), "a.npy"));
        byte[] member = whole.clone();
        member[3] ^= 1; // the signature of its header
        assertThatThrownBy(() -> openAll(Files.write(folder.resolve("member.npz"), member)))
                .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("cannot be unpacked");
        byte[] end = whole.clone();
        end[end.length - 5] = 0x7f; // where the list of members begins
        assertThatThrownBy(() -> openAll(Files.write(folder.resolve("end.npz"), end)))
                .isInstanceOf(ForeignDescriptorException.class).hasMessageContaining("it is no archive");
    }

    @Test
    void aMemberMustHoldWhatItsHeaderSays() throws IOException {
        Path bomb = archive(npy(FINE.replace("(2, 3)", "(1000000000,)"), 1 << 20), "a.npy");
        assertThatThrownBy(() -> openAll(bomb)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("a.npy").hasMessageContaining("8000000000 bytes are needed");
        Path other = archive(new byte[3], "readme.txt");
        assertThatThrownBy(() -> openAll(other)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("readme.txt");
        Path outside = archive(npy(FINE, 48), "../../outside.npy");
        openAll(outside);
        assertThat(folder.getParent().resolve("outside.npy")).doesNotExist();
    }

    @Test
    void textsOfAnyBytesAreReadOrRefused() throws IOException {
        Random random = new Random(3);
        Ledger.Counts before = Settled.counts();
        for (int turn = 0; turn < 3000; turn++) {
            byte[] bytes = new byte[random.nextInt(60)];
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = turn % 2 == 0 ? (byte) random.nextInt(256)
                        : (byte) "0123456789.,eE+- \n\r\"#x\tnaif".charAt(random.nextInt(27));
            }
            Path path = Files.write(folder.resolve("text"), bytes);
            attemptText(() -> np.loadtxt(path));
            attemptText(() -> np.loadtxt(path, delimiter(","), quotechar("\"")));
            attemptText(() -> np.genfromtxt(path, delimiter(",")));
            attemptText(() -> np.genfromtxt(path, anyDtype()));
            attemptText(() -> np.fromfile(path, Options.sep(",")));
        }
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    private static void attemptText(Attempt attempt) {
        try (NdArray array = attempt.run()) {
            assertThat(array.size()).isNotNegative();
        } catch (ArrayportException refused) {
            assertThat(refused).hasMessageMatching("(?s).{20,}");
        }
    }

    @Test
    void elementsWithoutBytesTakeNone() throws IOException {
        byte[] bytes = npy(FINE.replace("<f8", "|S0").replace("(2, 3)", "(9, 9)"), 0);
        try (NdArray array = np.load(file(bytes))) {
            assertThat(array.shape()).isEqualTo(shape(9, 9));
            assertThat(array.nbytes()).isZero();
        }
    }
}
