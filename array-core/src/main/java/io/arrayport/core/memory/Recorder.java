package io.arrayport.core.memory;

import jdk.jfr.FlightRecorder;

/** Whether anybody records: until then no class of an event is loaded, which takes longer than a first addition. */
final class Recorder {
    private Recorder() {}

    static boolean isOn() {
        return FlightRecorder.isInitialized();
    }
}
