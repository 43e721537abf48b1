/** Apache Arrow vectors and files as arrays, and back, without a copy. */
module io.arrayport.arrow {
    requires transitive io.arrayport.core;
    requires transitive org.apache.arrow.vector;
    requires transitive org.apache.arrow.memory.core;
    requires org.apache.arrow.format;
    requires flatbuffers.java;
    requires aircompressor.v3;
    requires org.apache.commons.codec;
    requires com.fasterxml.jackson.databind;
    requires static org.jspecify;

    exports io.arrayport.arrow;
    exports io.arrayport.arrow.column;
    exports io.arrayport.arrow.type;
}
