package dev.parley.brains;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.parley.brains.knowledge.Library;
import dev.parley.live.Toolbox;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

/// Plays the caller's lines from standard input and prints the dialogue. `= name` starts a new call
/// to one of the [Businesses].
public final class PlayScript {
    private PlayScript() {}

    public static void main(String[] arguments) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        var out = new PrintStream(System.out, true, UTF_8);
        var call = call("restaurant");
        for (var line = in.readLine(); line != null; line = in.readLine()) {
            if (line.startsWith("=")) {
                out.println("\n" + line);
                call = call(line.substring(1).strip());
            } else {
                out.println("  caller: " + line);
                out.println("  agent:  " + call.says(line) + (call.isOver() ? " [goodbye]" : ""));
            }
        }
    }

    private static Call call(String business) {
        return switch (business) {
            case "dentist" -> new Call(Businesses.dentist(), "Clínica Sonrisa", "ES");
            case "salon" -> new Call(Businesses.salon(), "सुंदर सैलून", "IN");
            case "garage" -> new Call(Businesses.garage(), "Garage Miller", "US");
            case "kitchen" ->
                    new Call(
                            Businesses.restaurant(),
                            "Olive and Ember",
                            "US",
                            new Equipment(
                                    Shop.library(
                                            "House rules.pdf",
                                            "Dogs are welcome on the terrace. Please keep them on a lead.",
                                            "dog"),
                                    Shop.menu()),
                            new FakeToolbox(
                                            Gear.PLACE_ORDER,
                                            Gear.ORDER_STATUS,
                                            Gear.BOOK_TABLE,
                                            Gear.OPEN_TICKET,
                                            Gear.CANCEL_ORDER)
                                    .answering(
                                            true, "{\"status\":\"shipped\",\"eta\":\"Tuesday\"}"));
            case "shop" ->
                    new Call(
                            Businesses.garage(),
                            "Olive and Ember",
                            "US",
                            new Equipment(Library.EMPTY, Shop.menu()),
                            Toolbox.EMPTY);
            case "spa" ->
                    new Call(
                            Businesses.garage(),
                            "Spa",
                            "US",
                            new Equipment(Library.EMPTY, Shop.salon()),
                            Toolbox.EMPTY);
            case "sample" ->
                    new Call(
                            Businesses.restaurant(),
                            "Olive and Ember",
                            "US",
                            new Equipment(Library.EMPTY, Shop.sample()),
                            new FakeToolbox(Gear.PLACE_ORDER));
            case "bare-es" ->
                    new Call(
                            Businesses.agent("Lucía", "Spanish", null),
                            "Oliva",
                            "US",
                            new Equipment(Library.EMPTY, Shop.menu()),
                            new FakeToolbox(Gear.PLACE_ORDER));
            case "bare-hi" ->
                    new Call(
                            Businesses.agent("Asha", "Hindi", null),
                            "Olive",
                            "US",
                            new Equipment(Library.EMPTY, Shop.menu()),
                            Toolbox.EMPTY);
            case "kitchen-es" ->
                    new Call(
                            Businesses.dentist(),
                            "Oliva",
                            "ES",
                            new Equipment(Library.EMPTY, Shop.menu()),
                            new FakeToolbox(Gear.PLACE_ORDER, Gear.ORDER_STATUS));
            case "kitchen-hi" ->
                    new Call(
                            Businesses.salon(),
                            "Oliva",
                            "IN",
                            new Equipment(Library.EMPTY, Shop.menu()),
                            new FakeToolbox(Gear.PLACE_ORDER, Gear.ORDER_STATUS));
            default -> new Call(Businesses.restaurant(), "Cote Korean Steak House", "IN");
        };
    }
}
