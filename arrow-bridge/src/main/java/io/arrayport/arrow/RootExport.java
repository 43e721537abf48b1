package io.arrayport.arrow;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.arrayport.arrow.column.ArrowColumn;
import io.arrayport.arrow.column.RecordBatch;
import io.arrayport.arrow.type.ArrowSchema;
import io.arrayport.arrow.vector.VectorColumns;
import io.arrayport.core.error.IndexException;
import io.arrayport.core.error.ShapeException;
import io.arrayport.core.ndarray.NdArray;
import org.apache.arrow.memory.BufferAllocator;
import org.apache.arrow.vector.FieldVector;
import org.apache.arrow.vector.VectorSchemaRoot;

/** Several arrays as one root, and a root's columns by name. */
final class RootExport {
    private RootExport() {}

    static FieldVector column(VectorSchemaRoot root, String name) {
        List<FieldVector> found = root.getFieldVectors().stream().filter(vector -> vector.getName().equals(name))
                .toList();
        if (found.size() != 1) {
            List<String> names = root.getFieldVectors().stream().map(FieldVector::getName).toList();
            throw new IndexException("column \"" + name + "\": the root has " + found.size() + " of this name among "
                    + names);
        }
        return found.getFirst();
    }

    static RecordBatch batch(VectorSchemaRoot root) {
        List<ArrowColumn> columns = new ArrayList<>();
        try {
            root.getFieldVectors().forEach(vector -> columns.add(VectorColumns.of(vector, null)));
            return new RecordBatch(new ArrowSchema(columns.stream().map(ArrowColumn::field).toList(),
                    metadata(root)), root.getRowCount(), columns);
        } catch (RuntimeException | Error refused) {
            columns.forEach(ArrowColumn::close);
            throw refused;
        }
    }

    private static Map<String, String> metadata(VectorSchemaRoot root) {
        Map<String, String> metadata = root.getSchema().getCustomMetadata();
        return metadata == null ? Map.of() : metadata;
    }

    static VectorSchemaRoot root(BufferAllocator allocator, Map<String, NdArray> columns) {
        long rows = rows(columns);
        List<FieldVector> vectors = new ArrayList<>(columns.size());
        try {
            columns.forEach((name, array) -> vectors.add(new VectorTarget(allocator, name).accept(array)));
            return new VectorSchemaRoot(vectors.stream().map(FieldVector::getField).toList(), vectors,
                    Math.toIntExact(rows));
        } catch (RuntimeException | Error refused) {
            vectors.forEach(FieldVector::close);
            throw refused;
        }
    }

    /** The common length, checked before anything is shared. */
    private static long rows(Map<String, NdArray> columns) {
        long rows = -1;
        for (Map.Entry<String, NdArray> column : columns.entrySet()) {
            long size = column.getValue().ndim() == 0 ? 0 : column.getValue().shape().dim(0);
            if (rows >= 0 && size != rows) {
                throw new ShapeException("root: column \"" + column.getKey() + "\" has " + size
                        + " rows, the columns before it have " + rows);
            }
            rows = size;
        }
        return Math.max(0, rows);
    }
}
