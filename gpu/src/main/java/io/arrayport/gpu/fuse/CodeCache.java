package io.arrayport.gpu.fuse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import io.arrayport.gpu.library.FallbackEvent;
import org.jspecify.annotations.Nullable;

/**
 * Machine code by a digest of what it was compiled from, in files of a folder that only this user may enter: the system
 * property {@code io.arrayport.cuda.cache} names it, or is {@code none}; else it is among the user's caches. A file is
 * written aside and renamed, so that processes share the folder, and begins with a digest of what follows: one that is
 * damaged is no longer there.
 */
final class CodeCache {
    private static final String PROPERTY = "io.arrayport.cuda.cache";
    private static final String ENDING = ".cubin";
    private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");
    /** Files before the older half goes. */
    private static final int MOST = 2000;

    private final @Nullable Path folder;

    /** @param folder null keeps nothing */
    CodeCache(@Nullable Path folder) {
        this.folder = folder == null ? null : opened(folder);
    }

    /** Returns the folder for this user. */
    static @Nullable Path usual() {
        String named = System.getProperty(PROPERTY);
        if (named != null) {
            return named.equals("none") ? null : Path.of(named);
        }
        String caches = System.getenv("XDG_CACHE_HOME");
        Path base = caches != null && Path.of(caches).isAbsolute() ? Path.of(caches)
                : Path.of(System.getProperty("user.home"), ".cache");
        return base.resolve("arrayport").resolve("cuda");
    }

    /** Returns the code of that key; null if there is none that is whole. */
    byte @Nullable [] get(String key) {
        if (folder == null) {
            return null;
        }
        Path file = folder.resolve(key + ENDING);
        try {
            byte[] all = Files.readAllBytes(file);
            int head = Digests.BYTES;
            byte[] code = all.length > head ? Arrays.copyOfRange(all, head, all.length) : new byte[0];
            if (code.length > 0 && Arrays.equals(Digests.of(code), 0, head, all, 0, head)) {
                return code;
            }
            FallbackEvent.emit("fuse", file + " is damaged and compiled anew");
            Files.deleteIfExists(file);
        } catch (NoSuchFileException absent) {
            return null;
        } catch (IOException unreadable) {
            FallbackEvent.emit("fuse", "cannot read " + file + ": " + unreadable);
        }
        return null;
    }

    /** Keeps code; whatever hinders that is reported, and hinders nothing else. */
    void put(String key, byte[] code) {
        if (folder == null) {
            return;
        }
        try {
            Path aside = Files.createTempFile(folder, key, ".part");
            try {
                byte[] digest = Digests.of(code);
                byte[] all = Arrays.copyOf(digest, digest.length + code.length);
                System.arraycopy(code, 0, all, digest.length, code.length);
                Files.write(aside, all);
                Files.move(aside, folder.resolve(key + ENDING), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(aside);
            }
            thin(folder);
        } catch (IOException full) {
            FallbackEvent.emit("fuse", "cannot write to " + folder + ": " + full);
        }
    }

    private static void thin(Path folder) throws IOException {
        List<Path> files;
        try (var all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(ENDING)).toList();
        }
        if (files.size() > MOST) {
            List<Path> oldest = files.stream().sorted(Comparator.comparingLong(file -> file.toFile().lastModified()))
                    .toList();
            for (Path file : oldest.subList(0, files.size() / 2)) {
                Files.deleteIfExists(file);
            }
        }
    }

    /** Returns the folder if what lies there can only be this user's; else null. */
    private static @Nullable Path opened(Path folder) {
        try {
            if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
                Path parent = folder.toAbsolutePath().getParent();
                if (parent != null) {
                    Files.createDirectories(parent);
                }
                Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(PRIVATE));
            }
            Path own = Files.createTempFile(folder, "own", ".part");
            boolean isOurs = Files.getOwner(own).equals(Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
            Files.delete(own);
            if (isOurs) {
                Files.setPosixFilePermissions(folder, PRIVATE);
                return folder;
            }
            FallbackEvent.emit("fuse", folder + " belongs to somebody else: what is compiled is not kept");
        } catch (IOException | UnsupportedOperationException unusable) {
            FallbackEvent.emit("fuse", "cannot use " + folder + ", what is compiled is not kept: " + unusable);
        }
        return null;
    }
}
