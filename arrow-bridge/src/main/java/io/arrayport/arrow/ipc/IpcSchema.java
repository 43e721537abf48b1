package io.arrayport.arrow.ipc;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A schema as the file states it. */
public record IpcSchema(List<IpcField> fields, boolean bigEndian, Map<String, String> metadata) {
    /** Copies the collections, keeping their order. */
    public IpcSchema {
        fields = List.copyOf(fields);
        metadata = Collections.unmodifiableMap(new LinkedHashMap<>(metadata));
    }
}
