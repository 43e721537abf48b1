package io.arrayport.core.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The flight recorder's events of ours that happen while a body runs, off-by-default ones included. */
public final class Events {
    private static final List<String> NAMES = List.of("Allocate", "Release", "Import", "Export", "Leak", "Copy");

    private Events() {}

    /** All {@code io.arrayport} events of {@code body}, in the order of their time. */
    public static List<RecordedEvent> during(Callable<?> body) throws Exception {
        return record(true, body);
    }

    /** Only those that a recording with no settings of its own takes. */
    public static List<RecordedEvent> byDefault(Callable<?> body) throws Exception {
        return record(false, body);
    }

    private static List<RecordedEvent> record(boolean enable, Callable<?> body) throws Exception {
        Path file = Files.createTempFile("arrayport", ".jfr");
        try (Recording recording = new Recording()) {
            if (enable) {
                NAMES.forEach(name -> recording.enable("io.arrayport." + name));
            }
            recording.start();
            body.call();
            recording.stop();
            recording.dump(file);
            return ours(file);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Those named {@code io.arrayport.<name>}. */
    public static List<RecordedEvent> named(String name, List<RecordedEvent> events) {
        return events.stream().filter(event -> event.getEventType().getName().equals("io.arrayport." + name)).toList();
    }

    private static List<RecordedEvent> ours(Path file) {
        try {
            return RecordingFile.readAllEvents(file).stream()
                    .filter(event -> event.getEventType().getName().startsWith("io.arrayport.")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException("read " + file, e);
        }
    }
}
