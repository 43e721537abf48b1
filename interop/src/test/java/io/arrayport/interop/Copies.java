package io.arrayport.interop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** What the flight recorder hears of copies. */
final class Copies {
    private Copies() {}

    /** The {@code io.arrayport.Copy} events of one piece of work on this thread, in order. */
    static List<ExchangeMatrixTest.Copy> during(Runnable work) throws IOException {
        Path file = Files.createTempFile("copies", ".jfr");
        try (Recording recording = new Recording()) {
            recording.enable("io.arrayport.Copy");
            recording.start();
            work.run();
            recording.stop();
            recording.dump(file);
            return RecordingFile.readAllEvents(file).stream()
                    .sorted(Comparator.comparing(RecordedEvent::getStartTime))
                    .map(event -> new ExchangeMatrixTest.Copy(event.getString("target"), event.getString("reason"),
                            event.getLong("bytes")))
                    .toList();
        } finally {
            Files.delete(file);
        }
    }
}
