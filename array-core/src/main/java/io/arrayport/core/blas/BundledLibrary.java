package io.arrayport.core.blas;

import java.io.IOException;
import java.io.InputStream;
import java.lang.foreign.Arena;
import java.lang.foreign.SymbolLookup;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;

import org.jspecify.annotations.Nullable;

/**
 * The OpenBLAS that {@code org.bytedeco:openblas} brings for this platform in a jar. It is unpacked once for each user,
 * to a folder that nobody else may write to: {@code ~/.cache/arrayport}, or one in what {@code XDG_CACHE_HOME} names.
 * Where there can be no such folder, it is unpacked for this process alone.
 */
final class BundledLibrary {
    /** As the jar names it. */
    static final String PLATFORM = platform();

    private static final String FOLDER = "org/bytedeco/openblas/" + PLATFORM + "/";
    /** What OpenBLAS needs comes first: it is found where it is loaded already. */
    private static final List<String> ORDER = List.of("libgcc_s", "libquadmath", "libgfortran", "libopenblas");

    private BundledLibrary() {}

    /** Returns null if the jar is not on the class path. */
    static @Nullable SymbolLookup load() throws UnusableLibrary {
        URL url = BundledLibrary.class.getClassLoader().getResource(FOLDER);
        try {
            if (url == null || !(url.openConnection() instanceof JarURLConnection connection)) {
                return null;
            }
            connection.setUseCaches(false);
            try (JarFile jar = connection.getJarFile()) {
                return load(jar, parts(jar));
            }
        } catch (IOException e) {
            throw new UnusableLibrary("unpacking it failed: " + e);
        }
    }

    private static List<JarEntry> parts(JarFile jar) throws UnusableLibrary {
        List<JarEntry> parts = jar.stream().filter(entry -> rank(entry) >= 0)
                .sorted(Comparator.comparingInt(BundledLibrary::rank)).toList();
        if (parts.isEmpty() || rank(parts.getLast()) != ORDER.size() - 1) {
            throw new UnusableLibrary(jar.getName() + " holds no OpenBLAS in " + FOLDER);
        }
        return parts;
    }

    /** Where a file of the jar stands in the order of loading; -1 if it is not loaded. */
    private static int rank(JarEntry entry) {
        String file = fileName(entry);
        if (!entry.getName().equals(FOLDER + file)) {
            return -1;
        }
        for (int i = 0; i < ORDER.size(); i++) {
            if (file.startsWith(ORDER.get(i) + ".")) {
                return i;
            }
        }
        return -1;
    }

    private static String fileName(JarEntry entry) {
        return entry.getName().substring(entry.getName().lastIndexOf('/') + 1);
    }

    private static SymbolLookup load(JarFile jar, List<JarEntry> parts) throws IOException {
        // The checksum names the folder: another release lies in another one
        Path own = cache().resolve("openblas-" + HexFormat.of().toHexDigits((int) parts.getLast().getCrc()));
        if (isOwn(own)) {
            return load(unpacked(jar, parts, own));
        }
        Path once = Files.createTempDirectory("arrayport-openblas-");
        List<Path> files = unpacked(jar, parts, once);
        try {
            return load(files);
        } finally {
            for (Path file : files) {
                Files.deleteIfExists(file); // stays loaded, where the system lets go of it at all
            }
            Files.deleteIfExists(once);
        }
    }

    private static SymbolLookup load(List<Path> files) {
        SymbolLookup last = null;
        for (Path file : files) {
            last = SymbolLookup.libraryLookup(file, Arena.global());
        }
        if (last == null) {
            throw new IllegalArgumentException("no file to load");
        }
        return last;
    }

    private static Path cache() {
        String named = System.getenv("XDG_CACHE_HOME");
        Path base = named == null || named.isEmpty() ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(named);
        return base.resolve("arrayport");
    }

    /** Makes the folder, unless it is there; false if others could have written to it. */
    private static boolean isOwn(Path folder) {
        try {
            if (Files.getFileStore(existing(folder)).supportsFileAttributeView(PosixFileAttributeView.class)) {
                Files.createDirectories(folder, PosixFilePermissions.asFileAttribute(
                        PosixFilePermissions.fromString("rwx------")));
                Set<PosixFilePermission> others = EnumSet.of(PosixFilePermission.GROUP_WRITE,
                        PosixFilePermission.OTHERS_WRITE);
                others.retainAll(Files.getPosixFilePermissions(folder, LinkOption.NOFOLLOW_LINKS));
                return others.isEmpty() && Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)
                        && Files.getOwner(folder).equals(Files.getOwner(Path.of(System.getProperty("user.home"))))
                        && Files.isWritable(folder);
            }
            Files.createDirectories(folder);
            return Files.isWritable(folder);
        } catch (IOException e) {
            return false; // a home that is read-only, or none
        }
    }

    private static Path existing(Path folder) {
        Path path = folder.toAbsolutePath();
        while (!Files.exists(path) && path.getParent() != null) {
            path = path.getParent();
        }
        return path;
    }

    /** Unpacks what is not there whole; processes that do so at once do no harm. */
    private static List<Path> unpacked(JarFile jar, List<JarEntry> parts, Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        for (JarEntry part : parts) {
            Path file = folder.resolve(fileName(part));
            if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) != part.getSize()) {
                Path unfinished = Files.createTempFile(folder, "unpacking-", null);
                try (InputStream content = jar.getInputStream(part)) {
                    Files.copy(content, unfinished, StandardCopyOption.REPLACE_EXISTING);
                    Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
                } finally {
                    Files.deleteIfExists(unfinished);
                }
            }
            files.add(file);
        }
        return files;
    }

    private static String platform() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        String machine = System.getProperty("os.arch", "");
        return (system.startsWith("mac") ? "macosx" : system.startsWith("windows") ? "windows" : "linux") + "-"
                + (machine.equals("amd64") ? "x86_64" : machine.equals("aarch64") ? "arm64" : machine);
    }
}
