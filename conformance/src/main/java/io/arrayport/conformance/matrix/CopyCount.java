package io.arrayport.conformance.matrix;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What the flight recorder hears of copies. */
final class CopyCount {
    private CopyCount() {}

    /** Returns the copies that are reported while {@code work} runs. */
    static Copies during(Runnable work) {
        try (Recording recording = new Recording()) {
            recording.enable("io.arrayport.Copy").withoutStackTrace();
            recording.start();
            work.run();
            recording.stop();
            Path file = Files.createTempFile("copies", ".jfr");
            try {
                recording.dump(file);
                return count(file);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Copies count(Path file) throws IOException {
        Copies copies = new Copies();
        try (RecordingFile events = new RecordingFile(file)) {
            while (events.hasMoreEvents()) {
                RecordedEvent event = events.readEvent();
                copies.add(new Copies.Copy(event.getString("target"), event.getString("reason"),
                        event.getLong("bytes")));
            }
        }
        return copies;
    }
}
