// Somebody who types into the real client: opens an editor the way a worker does, notes down the text that stands there,
// then presses keys, each written to the log before it is pressed.
#pragma once

#include "base/id.h"
#include "base/random.h"
#include "tour/hands.h"

#include <QObject>
#include <QPointer>

#include <fstream>
#include <functional>

namespace holdfast::ui {
class Client;
class PersonPage;
}  // namespace holdfast::ui

namespace holdfast::test {

enum class Where : std::uint8_t { assessment, letter, sheet, note, plan, story };

struct TypistOrders {
    Where where = Where::assessment;
    PersonId person;
    std::uint64_t seed = 1;
    std::string log;
    bool onlyLook = false;  ///< notes down what stands there and leaves
};

class Typist final : public QObject {
    Q_OBJECT

public:
    Typist(ui::Client& client, TypistOrders orders);

private:
    void open();
    void openOnPage();
    void openNote();
    void await(const std::function<bool()>& ready, const std::function<void()>& then, int tries = 400);
    bool isReady();
    void begin();
    void pressNext();
    ui::PersonPage* personPage();
    QWidget* editor();
    QString textThere();
    void note(const std::string& line);

    ui::Client& m_client;
    TypistOrders m_orders;
    SeededRandom m_random;
    ui::Hands m_hands;
    int m_log;
    int m_typed = 0;
    bool m_hurried = false;  ///< types without a pause
};

}  // namespace holdfast::test
