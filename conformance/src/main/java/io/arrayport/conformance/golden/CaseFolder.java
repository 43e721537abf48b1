package io.arrayport.conformance.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** The files that a case is about, in a folder of their own, which goes with the case. */
final class CaseFolder implements AutoCloseable {
    private @Nullable Path folder;

    /** The path of a file, which is written if it has content. */
    String path(JsonNode file) {
        try {
            if (folder == null) {
                folder = Files.createTempDirectory("arrayport-golden");
            }
            Path path = folder.resolve(file.path("name").asText());
            if (file.has("data")) {
                Files.write(path, file.get("data").binaryValue());
            }
            return path.toString();
        } catch (IOException failure) {
            throw new UncheckedIOException("golden case: file " + file.path("name"), failure);
        }
    }

    /**
     * Holds what has become of a file against what was to.
     *
     * @return what differs, or null
     */
    @Nullable
    String compare(JsonNode wanted) {
        if (folder == null) {
            return "no file";
        }
        Path path = folder.resolve(wanted.path("name").asText());
        if (!Files.exists(path)) {
            return "no file " + path.getFileName();
        }
        try {
            return wanted.has("members") ? members(path, wanted.get("members"))
                    : content(Files.readAllBytes(path), wanted.get("data").binaryValue());
        } catch (IOException failure) {
            return "the file cannot be read: " + failure.getMessage();
        }
    }

    private static @Nullable String members(Path path, JsonNode wanted) throws IOException {
        Map<String, byte[]> members = new TreeMap<>();
        try (ZipFile zip = new ZipFile(path.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                members.put(entry.getName(), zip.getInputStream(entry).readAllBytes());
            }
        }
        for (Map.Entry<String, JsonNode> member : wanted.properties()) {
            byte[] got = members.remove(member.getKey());
            String difference = got == null ? "is not there" : content(got, member.getValue().binaryValue());
            if (difference != null) {
                return "member " + member.getKey() + ": " + difference;
            }
        }
        return members.isEmpty() ? null : "members that were not wanted: " + members.keySet();
    }

    private static @Nullable String content(byte[] got, byte[] wanted) {
        int at = Arrays.mismatch(got, wanted);
        return at < 0 ? null : got.length + " bytes, wanted " + wanted.length + "; they differ from byte " + at + " on";
    }

    @Override
    public void close() {
        if (folder == null) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException("golden case: " + folder + " cannot be deleted", failure);
        }
    }
}
