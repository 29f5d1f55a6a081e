# For the scripts to source: what the .trx files of a test run say, as a table. A platform that cannot be had has a .skipped file: the
# suite, the platform and the reason, separated by tabs. One whose tests are started has an .expected file, with the name of the suite.

# expect <suite> <platform> <directory>: from now on, it is a failure if there is no <platform>.trx.
expect() {
    echo "$1" >"$3/$2.expected"
}

# summarize <directory>: a line for each suite and one for all, why tests were skipped, which failed, and as the last line
# "N passed, N failed, N skipped". Fails if a test failed, if none passed, or if a suite did not run to its end.
summarize() {
    local file outcome note suite runtime reason rows=
    local -i passed failed skipped all_passed=0 all_failed=0 all_skipped=0 aborted=0
    local -i start finish first_start=0 last_finish=0
    for file in "$1"/*.trx; do
        [[ -e $file ]] || break
        read -r passed failed skipped <<<"$(counts_of "$file")"
        start=$(milliseconds_of "$file" start)
        finish=$(milliseconds_of "$file" finish)
        outcome=$(attribute "$file" ResultSummary outcome)
        note=
        # A crash leaves a file without failed tests.
        if [[ $outcome != Completed ]] && ((failed == 0)); then
            note="did not run to its end"
            aborted+=1
        fi
        rows+=$(row "$(suite_of "$file")" "$passed" "$failed" "$skipped" "$((finish - start))" "$note")$'\n'
        all_passed+=passed all_failed+=failed all_skipped+=skipped
        ((first_start != 0 && first_start < start)) || first_start=start
        ((last_finish > finish)) || last_finish=finish
    done
    for file in "$1"/*.skipped; do
        [[ -e $file ]] || break
        IFS=$'\t' read -r suite runtime reason <"$file"
        rows+=$(row "$suite"$'\t'"$runtime" 0 0 0 0 "skipped: $reason")$'\n'
    done
    for file in "$1"/*.expected; do
        [[ -e $file ]] || break
        if [[ ! -e ${file%.expected}.trx ]]; then
            rows+=$(row "$(<"$file")"$'\t'"$(runtime_of "$(basename "$file" .expected)")" 0 0 0 0 "did not run")$'\n'
            aborted+=1
        fi
    done
    {
        printf 'Suite\tRuntime\tPassed\tFailed\tSkipped\tSeconds\t\n'
        printf %s "$rows" | sort -V
        # From the first start to the last end: suites run side by side.
        row $'Total\t' "$all_passed" "$all_failed" "$all_skipped" "$((last_finish - first_start))" ""
    } | align
    reasons_in "$1"
    failures_in "$1"
    printf '\n%s\n' "$all_passed passed, $all_failed failed, $all_skipped skipped"
    ((all_failed == 0 && all_passed > 0 && aborted == 0))
}

# row <suite and runtime> <passed> <failed> <skipped> <milliseconds> <note>: the fields, separated by tabs.
row() {
    printf '%s\t%s\t%s\t%s\t%d.%d\t%s\n' "$1" "$2" "$3" "$4" $(($5 / 1000)) $(($5 % 1000 / 100)) "$6"
}

# Lines of fields as columns: the first two are text, then there are numbers, and a note at the end.
align() {
    awk -F '\t' '
        { line[NR] = $0; for (i = 1; i < NF; i++) if (length($i) > width[i]) width[i] = length($i) }
        END {
            for (n = 1; n <= NR; n++) {
                split(line[n], field)
                text = sprintf("%-" width[1] "s  %-" width[2] "s", field[1], field[2])
                for (i = 3; i <= 6; i++) text = text sprintf("  %" width[i] "s", field[i])
                print text (field[7] == "" ? "" : "  " field[7])
            }
        }'
}

# Why tests were skipped, and how many for each reason, the most frequent first.
reasons_in() {
    local reasons
    reasons=$(cat "$1"/*.trx 2>/dev/null | awk '
        /<UnitTestResult / && / outcome="NotExecuted"/ { reason = "no reason is given" }
        reason != "" && /<Message>/ { reason = $0; sub(/.*<Message>/, "", reason); sub(/<\/Message>.*/, "", reason) }
        reason != "" && (/<\/UnitTestResult>/ || /<UnitTestResult .*\/>/) { print reason; reason = "" }' |
        plain_text | sort | uniq -c | sort -k1,1nr -k2)
    [[ -z $reasons ]] || printf '\nSkipped, and why:\n%s\n' "$reasons"
}

# Which tests failed, where, and the first line of what each said: the rest is far above, among the output of the suites.
failures_in() {
    local file failures=
    for file in "$1"/*.trx; do
        [[ -e $file ]] || break
        failures+=$(awk -v suite="$(suite_of "$file")" '
            /<UnitTestResult / { name = "" }
            /<UnitTestResult / && / outcome="Failed"/ { name = $0; sub(/.* testName="/, "", name); sub(/".*/, "", name) }
            name != "" && /<Message>/ { sub(/.*<Message>/, ""); sub(/<\/Message>.*/, ""); print suite "  " name ": " $0; name = "" }
            ' "$file")
        [[ -z $failures || $failures == *$'\n' ]] || failures+=$'\n'
    done
    [[ -z $failures ]] || printf '\nFailed:\n%s' "$failures" | tr '\t' ' ' | plain_text
}

# Text as it is in XML, with its own characters.
plain_text() {
    sed 's/&lt;/</g; s/&gt;/>/g; s/&quot;/"/g; s/&apos;/'\''/g; s/&amp;/\&/g'
}

# The value of an attribute of the first such element.
attribute() {
    local file=$1 element=$2 name=$3
    sed -n "/<$element /{ s/.*<$element [^>]*\b$name=\"\([^\"]*\)\".*/\1/p; q }" "$file"
}

# The assembly and the runtime that it is for: …/net10.0/NativeCallbacks.Tests.dll is NativeCallbacks.Tests on .NET 10.
suite_of() {
    local assembly runtime
    assembly=$(attribute "$1" TestMethod codeBase)
    if [[ -z $assembly ]]; then
        printf 'a suite that ran no test\t' # and so the file does not tell which
        return
    fi
    # A suite whose children run elsewhere has the platform in the name of its file, behind an @.
    runtime=$(basename "$1" .trx)
    [[ $runtime == *@* ]] && runtime=${runtime##*@} || runtime=$(basename "$(dirname "$assembly")")
    printf '%s\t%s' "$(basename "${assembly%.*}")" "$(runtime_of "$runtime")"
}

# A framework or a platform, as the table names it.
runtime_of() {
    local runtime=$1
    case $runtime in
        net*.0) runtime=".NET ${runtime//[^0-9.]/}" runtime=${runtime%.0} ;;
        net4*) runtime=Mono ;;
        native-aot) runtime=NativeAOT ;;
        linux-arm64) runtime="Linux arm64" ;;
        win-*) runtime="Windows ${runtime#win-}" ;;
    esac
    printf %s "$runtime"
}

milliseconds_of() {
    date -d "$(attribute "$1" Times "$2")" +%s%3N
}

# "passed failed skipped". The file's own count of tests that were not executed is always zero, so the skipped ones are
# what the executed ones leave of the total; and what was executed and did not pass has failed.
counts_of() {
    local -i total executed passed
    total=$(attribute "$1" Counters total)
    executed=$(attribute "$1" Counters executed)
    passed=$(attribute "$1" Counters passed)
    echo "$passed $((executed - passed)) $((total - executed))"
}
