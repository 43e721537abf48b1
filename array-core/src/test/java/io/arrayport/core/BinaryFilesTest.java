package io.arrayport.core;

import static io.arrayport.core.Np.np;
import static io.arrayport.core.Options.dtype;
import static io.arrayport.core.Options.fortranOrder;
import static io.arrayport.core.Options.maxHeaderSize;
import static io.arrayport.core.Options.mmapMode;
import static io.arrayport.core.Options.mode;
import static io.arrayport.core.Options.offset;
import static io.arrayport.core.Options.shape;
import static io.arrayport.core.Options.slice;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.arrayport.core.error.ArrayportException;
import io.arrayport.core.error.ClosedException;
import io.arrayport.core.error.DTypeException;
import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.error.ReadOnlyException;
import io.arrayport.core.memory.Access;
import io.arrayport.core.memory.Ledger;
import io.arrayport.core.ndarray.MmapMode;
import io.arrayport.core.ndarray.NdArray;
import io.arrayport.core.testing.Settled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What golden cases cannot say of files: who sees what is written, what is left, what streams hold behind an array. */
final class BinaryFilesTest {
    @TempDir
    Path folder;

    private List<String> left() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> String.valueOf(file.getFileName())).sorted().toList();
        }
    }

    @Test
    void anArrayThatIsMappedIsTheFile() {
        Path path = folder.resolve("a.npy");
        np.save(path, np.arange(6));
        try (NdArray mapped = np.load(path, mmapMode(MmapMode.READ_WRITE))) {
            mapped.setLong(60, 5);
            assertThat(np.load(path).getLong(5)).isEqualTo(60);
            mapped.get(slice(0, 2)).fill(7L);
            mapped.flush();
        }
        assertThat(np.load(path).tolist()).isEqualTo(List.of(7L, 7L, 2L, 3L, 4L, 60L));
    }

    @Test
    void writingToACopyLeavesTheFileAlone() {
        Path path = folder.resolve("a.npy");
        np.save(path, np.arange(6));
        try (NdArray mapped = np.load(path, mmapMode(MmapMode.COPY))) {
            mapped.setLong(60, 5);
            assertThat(mapped.getLong(5)).isEqualTo(60);
        }
        assertThat(np.load(path).getLong(5)).isEqualTo(5);
    }

    @Test
    void whatIsMappedForReadingRefusesWriting() {
        Path path = folder.resolve("a.npy");
        np.save(path, np.arange(6));
        try (NdArray mapped = np.load(path, mmapMode(MmapMode.READ))) {
            assertThat(mapped.storage().access()).isEqualTo(Access.IMMUTABLE);
            assertThatThrownBy(() -> mapped.setLong(1, 0)).isInstanceOf(ReadOnlyException.class);
        }
    }

    @Test
    void aMappingEndsWithItsArray() {
        Path path = folder.resolve("a.npy");
        np.save(path, np.arange(6));
        Ledger.Counts before = Settled.counts();
        NdArray mapped = np.load(path, mmapMode(MmapMode.READ_WRITE));
        NdArray view = mapped.get(slice(1, 3));
        assertThat(Ledger.counts().imports()).isEqualTo(before.imports() + 1);
        mapped.close();
        assertThatThrownBy(() -> view.getLong(0)).isInstanceOf(ClosedException.class);
        assertThatThrownBy(mapped::flush).isInstanceOf(ClosedException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void memmapMakesAFileOfZerosAndWritesThroughIt() throws IOException {
        Path path = folder.resolve("raw");
        try (NdArray made = np.memmap(path, shape(2, 3), dtype(np.int32), mode(MmapMode.WRITE), offset(8))) {
            made.setLong(-1, 1, 2);
            made.flush();
        }
        assertThat(Files.size(path)).isEqualTo(8 + 6 * 4);
        assertThat(np.fromfile(path, dtype(np.int32)).tolist()).isEqualTo(List.of(0L, 0L, 0L, 0L, 0L, 0L, 0L, -1L));
        assertThat(np.memmap(path, dtype(np.int32), mode(MmapMode.READ)).getLong(7)).isEqualTo(-1);
        assertThatThrownBy(() -> np.memmap(path, mode(MmapMode.WRITE))).isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("shape");
        assertThatThrownBy(() -> np.memmap(path, offset(-1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.memmap(path, shape(1L << 60), dtype(np.float64), offset(1L << 62)))
                .isInstanceOf(ArrayportException.class);
    }

    @Test
    void aNewNpyFileMayBeLargerThanWhatIsWrittenOfIt() {
        Path path = folder.resolve("big.npy");
        try (NdArray made = np.lib.format.openMemmap(path, shape(1 << 20, 1 << 12), dtype(np.float64),
                fortranOrder(true))) {
            made.setDouble(1.5, 3, 4000);
        }
        try (NdArray mapped = np.lib.format.openMemmap(path, mode(MmapMode.READ))) {
            assertThat(mapped.shape()).isEqualTo(shape(1 << 20, 1 << 12));
            assertThat(mapped.nbytes()).isEqualTo(1L << 35);
            assertThat(mapped.getDouble(3, 4000)).isEqualTo(1.5);
            assertThat(mapped.strides()).containsExactly(8, 8L << 20);
        }
    }

    @Test
    void arraysFollowEachOtherInAStream() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        np.save(out, np.arange(5));
        np.lib.format.writeArray(out, np.arange(6).reshape(2, 3).T(), 2, 0);
        np.save(out, np.zeros(shape()));
        out.write(42);
        ByteArrayInputStream in = new ByteArrayInputStream(out.toByteArray());
        assertThat(np.load(in).tolist()).isEqualTo(List.of(0L, 1L, 2L, 3L, 4L));
        assertThat(np.lib.format.readArray(in).tolist()).isEqualTo(List.of(List.of(0L, 3L), List.of(1L, 4L), List.of(2L,
                5L)));
        assertThat(np.load(in).toDouble()).isZero();
        assertThat(in.read()).isEqualTo(42);
        assertThatThrownBy(() -> np.load(in)).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("ends within the magic");
        assertThatThrownBy(() -> np.load(in, mmapMode(MmapMode.READ))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> np.lib.format.writeArray(out, np.arange(2), 4, 0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aStreamThatSaysItIsLongTakesNoMemoryForIt() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        np.save(out, np.zeros(shape(3), np.int8));
        byte[] bytes = out.toString(ISO_8859_1).replace("(3,), }         ", "(3000000000,), }").getBytes(ISO_8859_1);
        assertThat(new String(bytes, ISO_8859_1)).contains("(3000000000,)");
        Ledger.Counts before = Settled.counts();
        assertThatThrownBy(() -> np.load(new ByteArrayInputStream(bytes)))
                .isInstanceOf(ForeignDescriptorException.class);
        assertThat(Ledger.counts()).isEqualTo(before);
    }

    @Test
    void whatCannotBeWrittenLeavesWhatWasThere() throws IOException {
        Path path = folder.resolve("a.npy");
        np.save(path, np.arange(3));
        NdArray closed = np.arange(4);
        closed.close();
        assertThatThrownBy(() -> np.save(path, closed)).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> np.savez(folder.resolve("z"), np.arange(2), closed)).isInstanceOf(
                ClosedException.class);
        assertThatThrownBy(() -> closed.tofile(folder.resolve("t"))).isInstanceOf(ClosedException.class);
        assertThatThrownBy(() -> np.save(path, np.zeros(shape(2), np.bfloat16))).isInstanceOf(DTypeException.class)
                .hasMessageContaining("bfloat16");
        assertThat(np.load(path).tolist()).isEqualTo(List.of(0L, 1L, 2L));
        assertThat(left()).containsExactly("a.npy");
        Files.createDirectory(folder.resolve("d.npy"));
        assertThatThrownBy(() -> np.save(folder.resolve("d"), np.arange(2))).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> np.load(folder.resolve("d.npy"))).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> np.save(failing(), np.arange(2))).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("full");
    }

    private static OutputStream failing() {
        return new OutputStream() {
            @Override
            public void write(int value) throws IOException {
                throw new IOException("full");
            }
        };
    }

    @Test
    void anArchiveKeepsNamesAndGivesArraysWhenAsked() {
        Path path = folder.resolve("many");
        np.savezCompressed(path, Map.of("x", np.arange(3)));
        np.savez(path, np.arange(3), np.arange(4.0).reshape(2, 2).T());
        try (NpzFile archive = np.loadz(folder.resolve("many.npz"))) {
            assertThat(archive.files()).containsExactly("arr_0", "arr_1");
            assertThat(archive.get("arr_1").tolist()).isEqualTo(List.of(List.of(0.0, 2.0), List.of(1.0, 3.0)));
            assertThat(archive.get("arr_1.npy").strides()).containsExactly(8, 16);
            assertThat(archive.toString()).contains("arr_0, arr_1");
            assertThatThrownBy(() -> archive.get("x")).isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("arr_0");
        }
        assertThatThrownBy(() -> np.load(folder.resolve("many.npz"))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("np.loadz");
        assertThatThrownBy(() -> np.loadz(folder.resolve("none.npz"))).isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("no such file");
    }

    @Test
    void nothingIsLeftOfAnArchiveThatIsBrokenHalfWay() throws IOException {
        Path path = folder.resolve("z.npz");
        np.savez(path, np.arange(100), np.arange(100.0));
        byte[] bytes = Files.readAllBytes(path);
        int second = new String(bytes, ISO_8859_1).indexOf("NUMPY", 600);
        bytes[second] = 'X';
        Files.write(path, bytes);
        try (NpzFile archive = np.loadz(path)) {
            Ledger.Counts before = Settled.counts();
            assertThatThrownBy(archive::toMap).isInstanceOf(ForeignDescriptorException.class);
            assertThat(Ledger.counts()).isEqualTo(before);
        }
    }

    @Test
    void headersHaveTheirLimit() {
        Path path = folder.resolve("a.npy");
        np.save(path, np.arange(3));
        assertThatThrownBy(() -> np.load(path, maxHeaderSize(50))).isInstanceOf(ForeignDescriptorException.class)
                .hasMessageContaining("maxHeaderSize");
        assertThat(np.load(path, maxHeaderSize(200)).size()).isEqualTo(3);
    }

    @Test
    void bytesAloneAreWrittenInTheOrderOfTheArray() throws IOException {
        Path path = folder.resolve("raw");
        NdArray cube = np.arange(1 << 19).reshape(64, 64, 128);
        cube.transpose(2, 0, 1).tofile(path);
        assertThat(np.arrayEqual(np.fromfile(path, dtype(np.int64)).reshape(128, 64, 64), cube.transpose(2, 0, 1)))
                .isTrue();
        assertThat(left()).containsExactly("raw");
    }
}
