#!/usr/bin/env bash
# Times whole commands beside other programs that answer the same question, and prints one table for each size; at last what a
# problem takes at each size.
#
#   benches/commands.sh [N…]          problems; 1000 and 10000 where nothing is said. Of more than 100000 the table is read only,
#                                     and beside it those programs that read sheets
#
#   LEDGER=PATH GENERATE=PATH         programs that are built already
#   RUNS=5                            how often each command is run; the table has the median
#   COUNT=cpu                         seconds of processor time (user and system) in the place of those by the clock, where
#                                     other work is using the machine
#   DATA=DIR                          where the data lie, and stay; else a folder that is removed
#
# Programs that are not installed are passed over with a word. Those that are must give the answer that the data were
# made with before they are timed. Nothing of this repository is written to.
set -euo pipefail
cd "$(dirname "$0")/.."
export LC_ALL=C.UTF-8
runs=${RUNS:-5}
sizes=("$@")
[ ${#sizes[@]} -gt 0 ] || sizes=(1000 10000)
if [ -z "${LEDGER:-}" ] || [ -z "${GENERATE:-}" ]; then
    cargo build --quiet --release --bin ledger --example generate
fi
ledger=$(realpath "${LEDGER:-target/release/ledger}")
generate=$(realpath "${GENERATE:-target/release/examples/generate}")
data=${DATA:-}
if [ -z "$data" ]; then
    data=$(mktemp -d)
    trap 'rm -rf "$data"' EXIT
fi
mkdir -p "$data"
say() { printf '%s\n' "$*" >&2; }
have() { command -v "$1" > /dev/null || { say "passed over: $1 is not installed"; return 1; }; }

# The ledger-cli of another house has the name of this program.
ledger_cli() {
    local at
    for at in $(type -ap ledger || true); do
        if "$at" --version 2> /dev/null | grep -q '^Ledger 3'; then echo "$at"; return; fi
    done
    say "passed over: ledger-cli is not installed"
    return 1
}

# A shim may stand for a program that is not there.
duckdb_works() { have duckdb && duckdb -c 'SELECT 1' > /dev/null 2>&1 || { say 'passed over: duckdb does not run'; return 1; }; }

# Prints the median of the runs in milliseconds. `%` in the words is the number of the run.
median() {
    local run start end spent TIMEFORMAT='%3U %3S'
    for ((run = 0; run <= runs; run++)); do
        local words=("${@//%/$run}")
        start=$EPOCHREALTIME
        spent=$({ time "${words[@]}" > /dev/null 2>&1; } 2>&1) || { say "failed: ${words[*]}"; return 1; }
        end=$EPOCHREALTIME
        # The first run warms the caches.
        if [ "$run" = 0 ]; then
            continue
        elif [ "${COUNT:-clock}" = cpu ]; then
            awk '{ print ($1 + $2) * 1000000 }' <<< "$spent"
        else
            echo $(((${end/./} - ${start/./})))
        fi
    done | sort -n | awk '{ of[NR] = $1 } END { printf "%.1f", of[int((NR + 1) / 2)] / 1000 }'
}

# Prints the most memory that a command held, in MiB.
memory() {
    if [ -x /usr/bin/time ]; then
        { /usr/bin/time -f %M "${@//%/peak}" > /dev/null; } 2>&1 | tail -n 1 | awk '{ printf "%.0f", $1 / 1024 }'
    else
        printf '–'
    fi
}

# row QUESTION PROGRAM WORDS…: a line of the table, with the ratio to the first program of the question.
question= first=
row() {
    local asked=$1 program=$2 took
    shift 2
    took=$(median "$@") || return 0
    [ "$asked" = "$question" ] || { question=$asked first=$took; }
    local each
    each=$(awk "BEGIN { printf \"%.2f\", $took * 1000 / $n }")
    case $program in
        ledger,*) flat["$asked, ${program#ledger, }"]+="$n:$each " ;;
    esac
    printf '| %s | %s | %s | %s | %s | %s |\n' "$asked" "$program" "$took" \
        "$(awk "BEGIN { printf \"%.2f\", $took / $first }")" "$(memory "$@")" \
        "$each"
}

# What a problem takes at each size, in microseconds: a row for each of our questions.
declare -A flat
flat_costs() {
    local asked size head='| µs a problem |' rule='|---|'
    for size in "${sizes[@]}"; do head+=" $size |" rule+='---|'; done
    printf '\n### What a problem takes\n\n%s\n%s\n' "$head" "$rule"
    for asked in "${!flat[@]}"; do
        printf '| %s |' "$asked"
        for size in "${sizes[@]}"; do
            tr ' ' '\n' <<< "${flat[$asked]}" | awk -F: -v n="$size" '$1 == n { it = $2 } END { printf " %s |", it }'
        done
        echo
    done | sort
}

# answers WANT WORDS…: tells whether a program prints what is expected.
answers() {
    local want=$1 got
    shift
    got=$("$@" 2> /dev/null | tail -n 1 | tr -dc '0-9') || true
    [ "$got" = "$want" ] || { say "passed over: answers ${got:-nothing} and not $want: $*"; return 1; }
}

# The same book for each of the others, all made from the plain sheet.
prepare() {
    local plain=$1/plain.csv to=$1
    [ -e "$to/plain.db" ] || ! have sqlite3 || {
        sqlite3 "$to/plain.db" -cmd '.mode csv' ".import $plain p" 'CREATE INDEX i ON p(state, due)'
        query() { sqlite3 -noheader -list "$to/plain.db" "$1"; }
        query "SELECT no || char(9) || unit || char(9) || due || char(9) || state || char(9) ||
            replace(replace(title || detail || measures, char(10), ' '), char(9), ' ') FROM p" > "$to/plain.tsv"
        query "SELECT due || ' ' || replace(title, ';', ' ') || char(10) || '    ' || state || ':' || unit || '  1' || char(10) ||
            '    found' || char(10) FROM p ORDER BY due" > "$to/plain.journal"
        query "SELECT 'no: ' || no || char(10) || 'unit: ' || unit || char(10) || 'due: ' || due || char(10) || 'state: ' || state ||
            char(10) || 'title: ' || title || char(10) FROM p" > "$to/plain.rec"
        query "SELECT json_object('description', title, 'project', unit, 'due', replace(due, '-', '') || 'T000000Z',
            'entry', '20190101T000000Z', 'end', CASE state WHEN 'open' THEN NULL ELSE '20240101T000000Z' END,
            'status', CASE state WHEN 'open' THEN 'pending' ELSE 'completed' END) FROM p" |
            sed 's/"end":null,//' > "$to/plain.json"
    }
}

overdue_peers() {
    local to=$1 want=$2 day=$3 sql
    sql="SELECT count(*) FROM %s WHERE state = 'open' AND due < '$day'"
    if have xan; then
        local xan=(xan filter "state eq 'open' && due lt '$day'" "$to/plain.csv")
        if [ "$("${xan[@]}" | xan count)" = "$want" ]; then
            row overdue 'xan, CSV' "${xan[@]}"
        else
            say "passed over: does not answer $want: ${xan[*]}"
        fi
        # Not the answer, which is not to be had from single rows: what a look into two cells of each row of the book takes.
        row overdue "xan, the book's table" \
            xan filter "col('记录') eq '问题' && col('截止日期') lt '$day'" "$to"/csv/ledgers/*.csv
    fi
    if duckdb_works; then
        local duck=(duckdb -csv -c "${sql/\%s/read_csv(\'$to/plain.csv\', all_varchar=true)}")
        answers "$want" "${duck[@]}" && row overdue 'duckdb, CSV' "${duck[@]}"
    fi
    if have mlr; then
        local mlr=(mlr --icsv --onidx filter "\$state == \"open\" && \$due < \"$day\"" then count "$to/plain.csv")
        answers "$want" "${mlr[@]}" && row overdue 'Miller, CSV' "${mlr[@]}"
    fi
    [ -e "$to/plain.tsv" ] || return 0
    if have mawk; then
        local mawk=(mawk -F '\t' "\$4 == \"open\" && \$3 < \"$day\" { n++ } END { print n }" "$to/plain.tsv")
        answers "$want" "${mawk[@]}" && row overdue 'mawk, TSV' "${mawk[@]}"
    fi
    local sqlite=(sqlite3 "$to/plain.db" "${sql/\%s/p}")
    answers "$want" "${sqlite[@]}" && row overdue 'sqlite3, indexed' "${sqlite[@]}"
    if have hledger; then
        local hledger=(hledger -f "$to/plain.journal" register ^open -e "$day" -O csv)
        answers "$want" sh -c '"$@" | tail -n +2 | wc -l' - "${hledger[@]}" && row overdue hledger "${hledger[@]}"
    fi
    if cli=$(ledger_cli); then
        local other=("$cli" --args-only -f "$to/plain.journal" register ^open -e "$day")
        answers "$want" sh -c '"$@" | wc -l' - "${other[@]}" && row overdue ledger-cli "${other[@]}"
    fi
    if have recsel; then
        local rec=(recsel -e "state = 'open' && due << '$day'" -c "$to/plain.rec")
        answers "$want" "${rec[@]}" && row overdue recutils "${rec[@]}"
    fi
    if taskwarrior "$to"; then
        local task=("${task[@]}" status:pending "due.before:$day" count)
        answers "$want" "${task[@]}" && row overdue Taskwarrior "${task[@]}"
    fi
}

# Sets `task` to the words that start Taskwarrior on the data, which it is given once.
taskwarrior() {
    [ -e "$1/plain.json" ] && have task || return 1
    printf 'data.location=%s\nconfirmation=no\nhooks=off\ngc=off\n' "$1/task" > "$1/taskrc"
    export TASKRC=$1/taskrc TZ=UTC
    task=(task rc.verbose=nothing)
    [ -e "$1/task/pending.data" ] || { mkdir -p "$1/task"; timeout 300 "${task[@]}" import "$1/plain.json" > /dev/null 2>&1; }
}

summary_peers() {
    local to=$1 sql="SELECT unit, count(*), sum(state = 'closed') FROM %s GROUP BY unit"
    have xan && row 'summary by unit' 'xan, CSV' xan groupby unit 'count() as n' "$to/plain.csv" &&
        row 'summary by unit' "xan, the book's table" xan groupby 牵头单位 'count() as n' "$to"/csv/ledgers/*.csv
    duckdb_works && row 'summary by unit' 'duckdb, CSV' duckdb -csv -c \
        "SELECT unit, count(*) FROM read_csv('$to/plain.csv', all_varchar=true) GROUP BY unit"
    have mlr && row 'summary by unit' 'Miller, CSV' mlr --icsv --ocsv count -g unit,state "$to/plain.csv"
    [ -e "$to/plain.db" ] || return 0
    row 'summary by unit' sqlite3 sqlite3 "$to/plain.db" "${sql/\%s/p}"
    have hledger && row 'summary by unit' hledger hledger -f "$to/plain.journal" balance open closed --flat
    cli=$(ledger_cli) && row 'summary by unit' ledger-cli "$cli" --args-only -f "$to/plain.journal" balance open closed --flat
    return 0
}

# ours ROW FORM WORDS…: this program on the book of a form, on the day that the data were made for.
ours() {
    local asked=$1 form=$2
    shift 2
    row "$asked" "ledger, ${form#written-}" "$ledger" -C "$to/$form" --today "$day" "$@"
}

# Reads and rewrites of all sorts, of a copy that is in git.
rests() {
    local form=$1 book=$to/git-$1 commit
    ours list "$form" list
    ours 'list --ids' "$form" list --ids
    ours 'show one' "$form" show 7
    ours check "$form" check
    ours export "$form" export -o "$to/out-%.json" --force
    rm -rf "$book" "$to"/out-*.json
    cp -r "$to/$form" "$book"
    git -C "$book" init -q && git -C "$book" add -A
    git -C "$book" -c user.name=甲 -c user.email=a@example.com commit -qm 台账
    for commit in 1 2 3 4 5; do
        "$ledger" -C "$book" --today "$day" note 7 --by 东岭镇卫生院 --text "看过$commit次" > /dev/null 2>&1 || true
        git -C "$book" -c user.name=甲 -c user.email=a@example.com commit -qam "记事$commit" || true
    done
    ours 'log of one' "git-$form" log 7
    ours 'diff of five commits' "git-$form" diff HEAD~5
    # Each file is brought to the disk by itself: a hundred thousand take minutes.
    [ "$n" -gt 10000 ] || row convert "ledger, from $form" sh -c 'rm -rf "$3" && cp -r "$1" "$3" && exec "$0" -C "$3" convert 2020-inspection --to "$2"' \
        "$ledger" "$to/$form" "$([ "$form" = csv ] && echo toml || echo csv)" "$to/converted"
    rm -rf "$book" "$to/converted"
}

# Writes, to a copy: what is read again another time must say the same.
writes() {
    local form=written-$1
    local numbers
    rm -rf "$to/$form"
    cp -r "$to/$1" "$to/$form"
    ours 'add one' "$form" add --title 题% --lead 东岭镇卫生院 --due "$(date -d "$day + 30 days" +%F)" --found "$day"
    ours 'note one' "$form" note 7 --by 东岭镇卫生院 --text "又去看过一次，第%次"
    # Each run closes another one.
    numbers=$("$ledger" -C "$to/$form" --today "$day" list --status awaiting --ids | grep -v '[.]' | sed 's|.*/||' |
        head -n $((runs + 2)))
    local index=0 no
    mkdir -p "$to/numbers"
    for no in $numbers; do echo "$no" > "$to/numbers/$index"; index=$((index + 1)); done
    [ "$index" -gt "$((runs + 1))" ] || { say "too few to be closed ($1)"; rm -rf "$to/$form"; return 0; }
    mv "$to/numbers/$((runs + 1))" "$to/numbers/peak" 2> /dev/null || true
    row 'close one' "ledger, $1" sh -c 'exec "$0" -C "$1" --today "$2" close "$(cat "$3")" --by 核查人员01 --verifier 核查人员02 --text 现场看过' \
        "$ledger" "$to/$form" "$day" "$to/numbers/%"
    rm -rf "$to/$form"
}

n=1
printf '\n### Start-up\n\n| question | program | ms | ratio | MiB | µs a problem |\n|---|---|---|---|---|---|\n'
row start 'git --version' git --version
row start true true
row start 'ledger --version' "$ledger" --version
row start 'ledger limit' "$ledger" -C / limit 30日内 --from 2024-06-28
row start 'ledger --help' "$ledger" --help
have task && row start 'task --version' task --version

for n in "${sizes[@]}"; do
    to=$data/$n
    mkdir -p "$to"
    if [ ! -e "$to/made" ]; then
        "$generate" --problems "$n" --format csv --into "$to/csv" 2> "$to/making"
        if [ "$n" -le 100000 ]; then
            "$generate" --problems "$n" --format toml --into "$to/toml" 2>> "$to/making"
        fi
        "$generate" --problems "$n" --plain --into "$to" 2>> "$to/making"
        mv "$to/making" "$to/made"
    fi
    # on 2024-06-28: 150 open, of these 85 overdue
    read -r _ day _ _ _ _ want _ < <(head -n 1 "$to/made")
    day=${day%:}
    forms=(toml csv)
    if [ "$n" -le 100000 ]; then prepare "$to"; else forms=(csv); fi
    printf '\n### %s problems\n\n| question | program | ms | ratio | MiB | µs a problem |\n|---|---|---|---|---|---|\n' "$n"
    for form in "${forms[@]}"; do
        got=$("$ledger" -C "$to/$form" --today "$day" list --status overdue --ids | sed 's/[.].*//' | sort -u | wc -l)
        [ "$got" = "$want" ] || say "ledger answers $got and not $want ($form)"
    done
    for form in "${forms[@]}"; do ours overdue "$form" overdue; done
    row overdue "wc -l (reads the book's table)" wc -l "$to"/csv/ledgers/*.csv
    overdue_peers "$to" "$want" "$day"
    for form in "${forms[@]}"; do ours 'overdue --ids' "$form" overdue --ids; done
    for form in "${forms[@]}"; do ours 'summary by unit' "$form" summary --by unit; done
    summary_peers "$to"
    [ "$n" -le 100000 ] || continue
    for form in toml csv; do rests "$form"; done
    for form in toml csv; do writes "$form"; done
    if taskwarrior "$to"; then
        rm -rf "$to/task-written"
        cp -r "$to/task" "$to/task-written"
        task+=("rc.data.location=$to/task-written")
        row 'add one' Taskwarrior "${task[@]}" add 题
        row 'close one' Taskwarrior "${task[@]}" '1%' done
    fi
done
flat_costs
