#include "async/background.h"
#include "support/eventually.h"

#include <catch2/catch_test_macros.hpp>

#include <QSemaphore>
#include <QThread>

using namespace holdfast::test;
using holdfast::ui::Background;
using holdfast::ui::Latest;

TEST_CASE("work runs elsewhere and its answer comes home")
{
    Background background;
    QObject receiver;
    QThread* worker = nullptr;
    QThread* home = nullptr;
    background.run(
        &receiver, [] { return QThread::currentThread(); },
        [&](QThread* thread) {
            worker = thread;
            home = QThread::currentThread();
        });
    REQUIRE(eventually([&] { return worker != nullptr; }));
    CHECK(worker != QThread::currentThread());
    CHECK(home == QThread::currentThread());
}

TEST_CASE("an answer for someone who left is dropped")
{
    bool answered = false;
    bool later = false;
    Background background;
    QObject stays;
    {
        QObject leaves;
        background.run(
            &leaves, [] { return 1; }, [&](int) { answered = true; });
    }
    background.run(
        &stays, [] { return 2; }, [&](int) { later = true; });
    REQUIRE(eventually([&] { return later; }));
    CHECK_FALSE(answered);
}

TEST_CASE("of a question asked again and again only the last answer comes home, and stale work is not done")
{
    Background background;
    Latest latest{background};
    QObject receiver;
    QSemaphore started;
    QSemaphore go;
    std::atomic<int> done = 0;
    QList<int> answers;
    // The first one is under way while the others are asked.
    latest.ask(
        &receiver,
        [&] {
            started.release();
            go.acquire();
            ++done;
            return 1;
        },
        [&](int answer) { answers.append(answer); });
    started.acquire();
    for (const int question : {2, 3, 4})
        latest.ask(
            &receiver,
            [&done, question] {
                ++done;
                return question;
            },
            [&](int answer) { answers.append(answer); });
    go.release();
    REQUIRE(eventually([&] { return !answers.isEmpty(); }));
    CHECK(answers == QList<int>{4});
    CHECK(done == 2);
}

TEST_CASE("an answer that is no longer wanted does not come home")
{
    Background background;
    Latest latest{background};
    QObject receiver;
    bool answered = false;
    bool later = false;
    latest.ask(
        &receiver, [] { return 1; }, [&](int) { answered = true; });
    latest.forget();
    background.run(
        &receiver, [] { return 2; }, [&](int) { later = true; });
    REQUIRE(eventually([&] { return later; }));
    CHECK_FALSE(answered);
}
