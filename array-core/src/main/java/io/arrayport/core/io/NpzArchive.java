package io.arrayport.core.io;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

import io.arrayport.core.error.ForeignDescriptorException;
import io.arrayport.core.file.AsideFile;
import io.arrayport.core.file.FileProblem;
import io.arrayport.core.ndarray.NdArray;

/** NumPy's file of several arrays: a zip archive of .npy files. */
public final class NpzArchive implements AutoCloseable {
    private static final String SUFFIX = ".npz";
    private static final String MEMBER = ".npy";
    /** The first one that zip can say, which NumPy writes: the same arrays give the same file. */
    private static final LocalDateTime WRITTEN = LocalDateTime.of(1980, 1, 1, 0, 0);

    private final Path path;
    private final ZipFile zip;

    private NpzArchive(Path path, ZipFile zip) {
        this.path = path;
        this.zip = zip;
    }

    /** @throws ForeignDescriptorException if it is no archive */
    public static NpzArchive open(Path path) {
        try {
            return new NpzArchive(path, new ZipFile(path.toFile()));
        } catch (ZipException | EOFException malformed) {
            throw new ForeignDescriptorException("loadz: " + path + ": it is no archive, or it is cut off: "
                    + malformed.getMessage(), malformed);
        } catch (IOException problem) {
            throw FileProblem.reading("loadz", path, problem);
        }
    }

    /** The names of the members, those of arrays without their suffix. */
    public List<String> names() {
        return zip.stream().filter(entry -> !entry.isDirectory()).map(entry -> entry.getName().endsWith(MEMBER)
                ? entry.getName().substring(0, entry.getName().length() - MEMBER.length()) : entry.getName()).toList();
    }

    /** The array of that name. */
    public NdArray read(String name) {
        ZipEntry entry = entry(name);
        // What the archive says of the length bounds what is taken, but is checked against what comes
        try (Source source = Source.of("loadz", path + " [" + entry.getName() + "]", zip.getInputStream(entry),
                entry.getSize())) {
            return Npy.read(source, NpyHeader.read(source, NpyHeader.LONGEST));
        } catch (ZipException | EOFException malformed) {
            throw new ForeignDescriptorException("loadz: " + path + ": its member " + entry.getName()
                    + " cannot be unpacked: " + malformed.getMessage(), malformed);
        } catch (IOException problem) {
            throw FileProblem.reading("loadz", path, problem);
        }
    }

    private ZipEntry entry(String name) {
        ZipEntry entry = zip.getEntry(name + MEMBER);
        ZipEntry found = entry != null ? entry : zip.getEntry(name);
        if (found == null) {
            throw new IllegalArgumentException("loadz: " + path + " has no array '" + name + "'; it has "
                    + String.join(", ", names()));
        }
        return found;
    }

    /** Arrays without names. */
    public static Map<String, NdArray> numbered(List<NdArray> arrays) {
        Map<String, NdArray> named = new LinkedHashMap<>();
        arrays.forEach(array -> named.put("arr_" + named.size(), array));
        return named;
    }

    /** {@code np.savez} and {@code np.savez_compressed}. */
    public static void save(Path path, Map<String, NdArray> arrays, boolean compressed) {
        AsideFile.write(".npz file", Npy.suffixed(path, SUFFIX), file -> {
            try (ZipOutputStream out = new ZipOutputStream(Outputs.stream(file))) {
                for (Map.Entry<String, NdArray> array : arrays.entrySet()) {
                    write(out, array.getKey() + MEMBER, array.getValue(), compressed);
                }
            } catch (IOException problem) {
                throw FileProblem.writing("savez", path, problem);
            }
        });
    }

    private static void write(ZipOutputStream out, String name, NdArray array, boolean compressed) throws IOException {
        ByteBuffer header = NpyHeader.of(array).bytes(null);
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(WRITTEN);
        if (!compressed) {
            // What is stored is announced with its sum, so that it is read twice
            CRC32 sum = new CRC32();
            Npy.write(sum::update, header.duplicate(), array);
            entry.setMethod(ZipEntry.STORED);
            entry.setSize(header.remaining() + array.nbytes());
            entry.setCrc(sum.getValue());
        }
        out.putNextEntry(entry);
        Npy.write(Outputs.to("savez", out), header, array);
        out.closeEntry();
    }

    @Override
    public void close() {
        try {
            zip.close();
        } catch (IOException problem) {
            throw FileProblem.reading("loadz", path, problem);
        }
    }

    @Override
    public String toString() {
        return path.toString();
    }
}
