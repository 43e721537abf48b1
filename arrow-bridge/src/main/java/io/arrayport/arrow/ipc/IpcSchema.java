package io.arrayport.arrow.ipc;

import io.arrayport.arrow.type.ArrowSchema;

/** A schema as the file states it. */
public record IpcSchema(ArrowSchema schema, boolean bigEndian) {}
