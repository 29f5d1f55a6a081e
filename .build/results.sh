# For the scripts to source: what the .trx files of a test run say, in lines.

# summarize <directory>: one line for each suite, and "N passed, N failed, N skipped" as the last one.
# Fails if a test failed, if none passed, or if a suite did not run to its end.
summarize() {
    local file counts outcome note
    local -i passed failed skipped all_passed=0 all_failed=0 all_skipped=0 aborted=0
    for file in "$1"/*.trx; do
        [[ -e $file ]] || break
        counts=$(counts_of "$file")
        read -r passed failed skipped <<<"$counts"
        outcome=$(attribute "$file" ResultSummary outcome)
        note=
        # A crash leaves a file without failed tests.
        if [[ $outcome != Completed ]] && ((failed == 0)); then
            note=", but did not run to its end"
            aborted+=1
        fi
        printf '%-50s %5d passed, %d failed, %d skipped, %s s%s\n' \
            "$(suite_of "$file")" "$passed" "$failed" "$skipped" "$(seconds_of "$file")" "$note"
        all_passed+=passed all_failed+=failed all_skipped+=skipped
    done
    echo "$all_passed passed, $all_failed failed, $all_skipped skipped"
    ((all_failed == 0 && all_passed > 0 && aborted == 0))
}

# The value of an attribute of the first such element.
attribute() {
    local file=$1 element=$2 name=$3
    sed -n "/<$element /{ s/.*<$element [^>]*\b$name=\"\([^\"]*\)\".*/\1/p; q }" "$file"
}

# The assembly and its framework: …/net10.0/NativeCallbacks.Tests.dll is "NativeCallbacks.Tests (net10.0)".
suite_of() {
    local assembly
    assembly=$(attribute "$1" TestMethod codeBase)
    if [[ -z $assembly ]]; then
        echo "a suite that ran no test" # and so the file does not tell which
    else
        echo "$(basename "${assembly%.*}") ($(basename "$(dirname "$assembly")"))"
    fi
}

seconds_of() {
    local start finish
    start=$(date -d "$(attribute "$1" Times start)" +%s%3N)
    finish=$(date -d "$(attribute "$1" Times finish)" +%s%3N)
    awk "BEGIN { printf \"%.1f\", ($finish - $start) / 1000 }"
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
