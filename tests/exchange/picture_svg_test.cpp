#include "exchange/picture_svg.h"

#include "exchange/text_count.h"

#include <catch2/catch_test_macros.hpp>
#include <nlohmann/json.hpp>

#include <fstream>
#include <map>

using namespace holdfast;
using report::Ink;
using report::Picture;

namespace {

Picture hostile()
{
    Picture picture{
        "flow", "A <b>title</b> & more", "Words \"quoted\" <script>alert(1)</script>", "flow", {100, 50, {}}};
    auto& shapes = picture.drawing.shapes;
    shapes.emplace_back(report::Label{"</text><script>alert(1)</script>", {1, 2}, report::Anchor::end});
    shapes.emplace_back(report::Box{{0, 0}, 10, 10, Ink::substance, report::Fill::hatched});
    shapes.emplace_back(report::Box{{0, 0}, 10, 10, Ink::wait, report::Fill::dotted});
    shapes.emplace_back(report::Line{{0, 0}, {10, 0}, Ink::muted, 2, report::Dash::dashed});
    shapes.emplace_back(report::Path{
        {{0, 0}, {1, 0}, {2, 1}, {3, 1}}, Ink::bounce, 3, report::Dash::none, report::Fill::none, false, true});
    for (const auto marker : {report::Marker::disc, report::Marker::ring, report::Marker::square,
                              report::Marker::diamond, report::Marker::triangle, report::Marker::cross})
        shapes.emplace_back(report::Mark{{5, 5}, marker});
    return picture;
}

}  // namespace

TEST_CASE("a picture as SVG is an image with a title and words, and text in it stays text")
{
    const std::string svg = exchange::svgElement(hostile());
    CHECK(svg.find(
              "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" aria-labelledby=\"flow-title flow-words\"") == 0);
    CHECK(svg.find("<title id=\"flow-title\">A &lt;b&gt;title&lt;/b&gt; &amp; more</title>") != std::string::npos);
    CHECK(svg.find("<desc id=\"flow-words\">Words &quot;quoted&quot; &lt;script&gt;") != std::string::npos);
    CHECK(test::occurrences(svg, "<script") == 0);
    CHECK(svg.find("&lt;/text&gt;&lt;script&gt;") != std::string::npos);
    CHECK(svg.find("text-anchor=\"end\"") != std::string::npos);
    CHECK(test::occurrences(svg, "href") == 0);
}

TEST_CASE("fills are patterns of the picture's own, dashes and curves are drawn as such")
{
    const std::string svg = exchange::svgElement(hostile());
    CHECK(svg.find("<pattern id=\"flow-hatched-substance\"") != std::string::npos);
    CHECK(svg.find("fill=\"url(#flow-hatched-substance)\"") != std::string::npos);
    CHECK(svg.find("<pattern id=\"flow-dotted-wait\"") != std::string::npos);
    CHECK(svg.find("stroke-dasharray=\"6 4\"") != std::string::npos);
    CHECK(svg.find("d=\"M0 0 C1 0 2 1 3 1\"") != std::string::npos);
    CHECK(test::occurrences(svg, "<circle") == 3);  // two marks, one dot of a pattern
}

TEST_CASE("the inks have the colours of the light theme")
{
    const auto light =
        nlohmann::json::parse(std::ifstream{HOLDFAST_SOURCE_DIR "/resources/theme/tokens.json"})["light"];
    const std::map<Ink, std::string> tokens{{Ink::text, "ink"},
                                            {Ink::muted, "ink-3"},
                                            {Ink::grid, "line"},
                                            {Ink::axis, "line-strong"},
                                            {Ink::mentalHealth, "mh-fill"},
                                            {Ink::substance, "da-fill"},
                                            {Ink::joint, "joint-fill"},
                                            {Ink::bounce, "bounce-fill"},
                                            {Ink::late, "late-fill"},
                                            {Ink::accepted, "ok"},
                                            {Ink::wait, "wait"},
                                            {Ink::surface, "surface"},
                                            {Ink::sunken, "sunken"},
                                            {Ink::onFill, "on-fill"}};
    CHECK(tokens.size() == Names<Ink>::list.size());
    for (const auto& [ink, token] : tokens) {
        INFO(nameOf(ink));
        CHECK(exchange::lightColour(ink) == light[token].get<std::string>());
    }
}

TEST_CASE("a picture in a file of its own has the caveats under it")
{
    report::Document document;
    document.subtitle = "2026";
    document.caveats = {"Counts from 1 to 4 are shown as *."};
    const std::string svg = exchange::writePictureSvg(hostile(), document);
    CHECK(svg.starts_with("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg "));
    CHECK(svg.find(">Counts from 1") != std::string::npos);
}
