// Work off the GUI thread, one piece at a time and in order: the thread that owns the database
// connection. The answer arrives on the GUI thread, unless the receiver is gone by then.
#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>
#include <qtconcurrenttask.h>
#include <QThreadPool>

#include <atomic>
#include <condition_variable>
#include <cstdint>
#include <memory>
#include <mutex>
#include <optional>

namespace holdfast::ui {

class Background {
public:
    Background()
    {
        m_pool.setMaxThreadCount(1);
        m_pool.setExpiryTimeout(-1);
    }
    ~Background() { finish(); }

    /// Forgets what has not begun and waits for what has: before something that work refers to goes away. What must not
    /// be forgotten is done first.
    void finish()
    {
        {
            std::unique_lock lock{m_mutex};
            m_allDone.wait(lock, [this] { return m_mustBeDone == 0; });
        }
        m_pool.clear();
        m_pool.waitForDone();
    }

    Background(const Background&) = delete;
    Background& operator=(const Background&) = delete;

    template <class Work, class Then>
    void run(QObject* receiver, Work work, Then then)
    {
        using Answer = std::invoke_result_t<Work>;
        auto* watcher = new QFutureWatcher<Answer>{receiver};
        QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            then(watcher->future().takeResult());
        });
        watcher->setFuture(QtConcurrent::run(&m_pool, std::move(work)));
    }

    /// What somebody typed: before everything else that waits, in the order it was asked, and whatever ends meanwhile.
    template <class Work, class Then>
    void runFirst(QObject* receiver, Work work, Then then)
    {
        using Answer = std::invoke_result_t<Work>;
        auto* watcher = new QFutureWatcher<Answer>{receiver};
        QObject::connect(watcher, &QFutureWatcherBase::finished, receiver, [watcher, then = std::move(then)]() mutable {
            watcher->deleteLater();
            then(watcher->future().takeResult());
        });
        {
            const std::scoped_lock lock{m_mutex};
            ++m_mustBeDone;
        }
        watcher->setFuture(QtConcurrent::task([this, work = std::move(work)]() mutable {
                               const Noted noted{*this};
                               return work();
                           })
                               .onThreadPool(m_pool)
                               .withPriority(1)
                               .spawn());
    }

private:
    struct Noted {
        Background& background;
        explicit Noted(Background& itsBackground) : background{itsBackground} {}
        Noted(const Noted&) = delete;
        Noted& operator=(const Noted&) = delete;
        ~Noted()
        {
            const std::scoped_lock lock{background.m_mutex};
            --background.m_mustBeDone;
            background.m_allDone.notify_all();
        }
    };

    QThreadPool m_pool;
    std::mutex m_mutex;
    std::condition_variable m_allDone;
    int m_mustBeDone = 0;
};

/// One question that is asked again and again (a search while typing, a page that refreshes): only the answer to the
/// last time it was asked comes home, and work that is out of date before it begins is not done.
class Latest {
public:
    explicit Latest(Background& background) : m_background{background} {}

    /// `work` must not throw; `then` is called with its answer unless ask() was called again in between.
    template <class Work, class Then>
    void ask(QObject* receiver, Work work, Then then)
    {
        using Answer = std::invoke_result_t<Work>;
        const std::uint64_t mine = ++*m_generation;
        m_background.run(
            receiver,
            [mine, generation = m_generation, work = std::move(work)]() mutable -> std::optional<Answer> {
                if (generation->load() != mine)
                    return std::nullopt;
                return work();
            },
            [mine, generation = m_generation, then = std::move(then)](std::optional<Answer> answer) mutable {
                if (answer && generation->load() == mine)
                    then(std::move(*answer));
            });
    }

    /// The answer that is on its way is no longer wanted.
    void forget() { ++*m_generation; }

private:
    Background& m_background;
    std::shared_ptr<std::atomic<std::uint64_t>> m_generation = std::make_shared<std::atomic<std::uint64_t>>(0);
};

}  // namespace holdfast::ui
