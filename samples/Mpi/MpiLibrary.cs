using NativeCallbacks;

namespace MpiSample;

/// <summary>
/// Open MPI, loaded at run time, with the prototypes of mpi.h (MPI 3.1), where a handle (MPI_Comm, MPI_Datatype, MPI_Op) is written as
/// what it is in Open MPI, a pointer; the handles that are there from the start are the addresses of exported data. Communicator
/// checks buffers whose size is a sum of counts, which a signature cannot declare.
/// </summary>
[NativeApi("libmpi.so.40")]
internal static partial class MpiLibrary
{
    private static readonly NativeModule Module = NativeModule.Load("libmpi.so.40");

    public static nint World { get; } = Module.GetAddress("ompi_mpi_comm_world");

    public static nint Doubles { get; } = Module.GetAddress("ompi_mpi_double");

    public static nint Bytes { get; } = Module.GetAddress("ompi_mpi_byte");

    /// <summary>C: <c>int MPI_Init(int *argc, char ***argv)</c></summary>
    [Symbol("MPI_Init")]
    [return: StatusCode]
    public static partial int Initialize(nint argc, nint argv);

    /// <summary>C: <c>int MPI_Finalize(void)</c></summary>
    [Symbol("MPI_Finalize")]
    [return: StatusCode]
    public static partial int Terminate();

    /// <summary>C: <c>int MPI_Abort(void *comm, int errorcode)</c></summary>
    [Symbol("MPI_Abort")]
    public static partial int Abort(nint communicator, int code);

    /// <summary>C: <c>int MPI_Comm_rank(void *comm, int *rank)</c></summary>
    [Symbol("MPI_Comm_rank")]
    [return: StatusCode]
    public static partial int Rank(nint communicator, out int answer);

    /// <summary>C: <c>int MPI_Comm_size(void *comm, int *size)</c></summary>
    [Symbol("MPI_Comm_size")]
    [return: StatusCode]
    public static partial int Size(nint communicator, out int answer);

    /// <summary>C: <c>double MPI_Wtime(void)</c></summary>
    [Symbol("MPI_Wtime")]
    public static partial double WallTime();

    /// <summary>C: <c>int MPI_Scatterv(const void *sendbuf, const int sendcounts[], const int displs[], void *sendtype, void *recvbuf, int recvcount, void *recvtype, int root, void *comm)</c></summary>
    [Symbol("MPI_Scatterv")]
    [return: StatusCode]
    public static partial int Scatter(
        [UncheckedShape] ReadOnlySpan<double> all,
        [UncheckedShape] ReadOnlySpan<int> counts,
        [UncheckedShape] ReadOnlySpan<int> offsets,
        nint sentType,
        [Shape(nameof(count))] Span<double> part,
        int count,
        nint receivedType,
        int root,
        nint communicator);

    /// <summary>C: <c>int MPI_Gatherv(const void *sendbuf, int sendcount, void *sendtype, void *recvbuf, const int recvcounts[], const int displs[], void *recvtype, int root, void *comm)</c></summary>
    [Symbol("MPI_Gatherv")]
    [return: StatusCode]
    public static partial int Gather(
        [Shape(nameof(count))] ReadOnlySpan<double> part,
        int count,
        nint sentType,
        [UncheckedShape] Span<double> all,
        [UncheckedShape] ReadOnlySpan<int> counts,
        [UncheckedShape] ReadOnlySpan<int> offsets,
        nint receivedType,
        int root,
        nint communicator);

    /// <summary>C: <c>int MPI_Gather(const void *sendbuf, int sendcount, void *sendtype, void *recvbuf, int recvcount, void *recvtype, int root, void *comm)</c></summary>
    [Symbol("MPI_Gather")]
    [return: StatusCode]
    public static partial int GatherTimes(
        in RankTimes mine,
        int byteCount,
        nint sentType,
        [UncheckedShape] Span<RankTimes> all,
        int receivedByteCount,
        nint receivedType,
        int root,
        nint communicator);

    /// <summary>C: <c>int MPI_Reduce(const void *sendbuf, void *recvbuf, int count, void *datatype, void *op, int root, void *comm)</c></summary>
    [Symbol("MPI_Reduce")]
    [return: StatusCode]
    public static partial int Reduce(
        in Moments mine,
        out Moments result,
        int count,
        nint type,
        nint operation,
        int root,
        nint communicator);

    /// <summary>C: <c>int MPI_Op_create(void (*user_fn)(void *invec, void *inoutvec, int *len, void **datatype), int commute, void **op)</c></summary>
    [Symbol("MPI_Op_create")]
    [return: StatusCode]
    public static partial int CreateOperation(NativeCallback<ReduceFunction> function, int isCommutative, out nint operation);

    /// <summary>C: <c>int MPI_Op_free(void **op)</c></summary>
    [Symbol("MPI_Op_free")]
    [return: StatusCode]
    public static partial int FreeOperation(ref nint handle);

    /// <summary>C: <c>int MPI_Type_contiguous(int count, void *oldtype, void **newtype)</c></summary>
    [Symbol("MPI_Type_contiguous")]
    [return: StatusCode]
    public static partial int MakeContiguousType(int count, nint element, out nint type);

    /// <summary>C: <c>int MPI_Type_commit(void **datatype)</c></summary>
    [Symbol("MPI_Type_commit")]
    [return: StatusCode]
    public static partial int CommitType(ref nint handle);

    /// <summary>C: <c>int MPI_Type_free(void **datatype)</c></summary>
    [Symbol("MPI_Type_free")]
    [return: StatusCode]
    public static partial int FreeType(ref nint handle);
}
