package dev.parley.documentation;

import dev.parley.platform.json.Json;
import java.io.ByteArrayInputStream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The contract, `openapi.yaml`, which the build puts beside this class; and the same as JSON.
record Contract(Asset yaml, Asset json) {
    static Contract read() {
        var yaml = Asset.at("/dev/parley/documentation/openapi.yaml", "application/yaml");
        return new Contract(yaml, Asset.of("application/json", json(yaml.bytes())));
    }

    private static byte[] json(byte[] yaml) {
        var reader = new Yaml(new SafeConstructor(new LoaderOptions()));
        return Json.bytes(reader.<Object>load(new ByteArrayInputStream(yaml)));
    }
}
