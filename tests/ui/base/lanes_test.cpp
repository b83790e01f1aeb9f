#include "person/timeline_card.h"
#include "shell/settings_store.h"
#include "theme/theme.h"
#include "widgets/clasp.h"
#include "widgets/lane_card.h"
#include "widgets/page_scroll.h"
#include "widgets/text.h"

#include <catch2/catch_test_macros.hpp>

#include <QApplication>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace holdfast::ui;

namespace {

LaneCardData waitingLane()
{
    LaneCardData data;
    data.lane = Lane::mentalHealth;
    data.stateText = QStringLiteral("Waiting");
    data.stateDay = QStringLiteral("7 Sep");
    data.caption = QStringLiteral("Held by");
    data.holder = QStringLiteral("Wrenfield CMHT");
    data.person = QStringLiteral("Samir Haddad");
    data.calls = QStringLiteral("Rung 2 times, answered 2 times; they rang 4 times. Last Mon 16 Nov, 16:40");
    data.next = QStringLiteral("Tue 24 Nov, 17:00");
    data.nextDetail = QStringLiteral("Send the date of the first therapy session by text");
    data.measures = {
        {QStringLiteral("Waiting"), QStringLiteral("171 days"), QStringLiteral("service says 60 days")},
        {QStringLiteral("PHQ-9"), QStringLiteral("14"), QStringLiteral("was 19 in June")},
    };
    data.canRing = true;
    return data;
}

void checkNothingCut(const LanesRow& lanes)
{
    for (const RunLabel* label : lanes.findChildren<RunLabel*>()) {
        INFO(lanes.width() << ": " << label->text().toStdString());
        CHECK(label->height() >= label->heightForWidth(label->width()));
    }
}

}  // namespace

TEST_CASE("no line of a lane is cut, however its words wrap")
{
    const Theme theme;
    QWidget page;
    auto* column = new QVBoxLayout{&page};
    auto* lanes = new LanesRow{theme};
    column->addWidget(lanes);
    column->addStretch(1);
    lanes->lane(Lane::mentalHealth).setData(waitingLane());
    page.show();
    for (int width = 700; width <= 1200; width += 7) {
        page.resize(width, 900);
        QApplication::processEvents();
        checkNothingCut(*lanes);
    }
}

TEST_CASE("a lane is whole on a page that is squeezed: the picture below it gives way")
{
    const Theme theme;
    QScrollArea* scroll = bareScrollArea();
    const std::unique_ptr<QScrollArea> window{scroll};
    auto* page = new SqueezedPage;
    auto* column = new QVBoxLayout{page};
    auto* lanes = new LanesRow{theme};
    MemorySettings settings;
    auto* timeline = new TimelineCard{theme, settings};
    timeline->show({}, {{QStringLiteral("5 bounces between 4 teams.")}}, true);
    column->addWidget(new RunLabel{theme, Type::body, {{QStringLiteral("In their own words. ").repeated(10)}}});
    column->addWidget(lanes);
    column->addWidget(timeline, 1);
    scroll->setWidget(page);
    lanes->lane(Lane::mentalHealth).setData(waitingLane());
    scroll->show();
    for (int height = 400; height <= 900; height += 20) {
        scroll->resize(930, height);
        QApplication::processEvents();
        INFO(height << " high, lanes " << lanes->height() << ", timeline " << timeline->height());
        checkNothingCut(*lanes);
    }
}
