package dev.parley.providers.carriers;

import dev.parley.providers.carriers.Carrier.Country;
import dev.parley.providers.carriers.Carrier.Offer;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the simulated carrier has in stock: ten numbers in each of some towns. All lie in ranges
/// that regulators keep free for films and books, so no simulated number is ever somebody's.
final class SimulatedInventory {
    private static final int EACH = 10;

    static final List<Country> COUNTRIES =
            List.of(
                    new Country("AU", "Australia"),
                    new Country("CA", "Canada"),
                    new Country("DE", "Germany"),
                    new Country("FR", "France"),
                    new Country("GB", "United Kingdom"),
                    new Country("SE", "Sweden"),
                    new Country("US", "United States"));

    static final List<Offer> NUMBERS =
            Stream.of(
                            town("+612701001", "AU", "Sydney", "New South Wales"),
                            town("+613701001", "AU", "Melbourne", "Victoria"),
                            town("+617701001", "AU", "Brisbane", "Queensland"),
                            town("+141655501", "CA", "Toronto", "ON"),
                            town("+160455501", "CA", "Vancouver", "BC"),
                            town("+151455501", "CA", "Montreal", "QC"),
                            town("+4930231251", "DE", "Berlin", "Berlin"),
                            town("+4940669691", "DE", "Hamburg", "Hamburg"),
                            town("+4969900091", "DE", "Frankfurt am Main", "Hessen"),
                            town("+4989999981", "DE", "München", "Bayern"),
                            town("+331990001", "FR", "Paris", "Île-de-France"),
                            town("+332619101", "FR", "Rennes", "Bretagne"),
                            town("+334657101", "FR", "Lyon", "Auvergne-Rhône-Alpes"),
                            town("+4420794601", "GB", "London", "England"),
                            town("+4416149601", "GB", "Manchester", "England"),
                            town("+4413149601", "GB", "Edinburgh", "Scotland"),
                            town("+468465004", "SE", "Stockholm", "Stockholms län"),
                            town("+463139006", "SE", "Göteborg", "Västra Götalands län"),
                            town("+464062804", "SE", "Malmö", "Skåne län"),
                            town("+141555501", "US", "San Francisco", "CA"),
                            town("+121255501", "US", "New York", "NY"),
                            town("+151255501", "US", "Austin", "TX"),
                            town("+120655501", "US", "Seattle", "WA"))
                    .flatMap(numbers -> numbers)
                    .toList();

    private SimulatedInventory() {}

    /// @param stem the numbers without their last two digits
    private static Stream<Offer> town(String stem, String country, String name, String region) {
        return IntStream.range(10, 10 + EACH)
                .mapToObj(last -> new Offer(stem + last, country, name, region));
    }
}
